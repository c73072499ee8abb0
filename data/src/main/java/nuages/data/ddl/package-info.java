/** Schemas as a database's statements, and a live database read back as a schema. */
@NullMarked
package nuages.data.ddl;

import org.jspecify.annotations.NullMarked;
