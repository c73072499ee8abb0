/** Tables as values: their columns, keys, indexes and constraints, and the names that Django would give these. */
@NullMarked
package nuages.data.schema;

import org.jspecify.annotations.NullMarked;
