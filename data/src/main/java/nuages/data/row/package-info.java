/** How Java's values are kept in columns: rows as records and values, values as parameters, and codecs for both. */
@NullMarked
package nuages.data.row;

import org.jspecify.annotations.NullMarked;
