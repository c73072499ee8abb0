/** Rows as records, values as parameters, and what is kept of them. */
@NullMarked
package nuages.data.row;

import org.jspecify.annotations.NullMarked;
