/** A library, with every kind of relation there is. */
@NullMarked
package nuages.data.model.library;

import org.jspecify.annotations.NullMarked;
