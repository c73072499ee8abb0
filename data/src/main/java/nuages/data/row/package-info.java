/** Rows as records and values, and values as parameters. */
@NullMarked
package nuages.data.row;

import org.jspecify.annotations.NullMarked;
