/** Migrations are applied to a database and undone, by one process at a time, and it is recorded which have been. */
@NullMarked
package nuages.data.migration.run;

import org.jspecify.annotations.NullMarked;
