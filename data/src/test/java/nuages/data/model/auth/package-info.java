/** Models of tables that Django has as well. */
@NullMarked
package nuages.data.model.auth;

import org.jspecify.annotations.NullMarked;
