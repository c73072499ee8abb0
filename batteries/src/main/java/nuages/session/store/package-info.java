/** Where sessions are kept: in the database, in the visitor's cookie, or wherever a site's own store keeps them. */
@NullMarked
@Table.App("sessions")
package nuages.session.store;

import nuages.data.mapping.Table;
import org.jspecify.annotations.NullMarked;
