/** A model that uses all that saving can do. */
@NullMarked
package nuages.data.model.accounts;

import org.jspecify.annotations.NullMarked;
