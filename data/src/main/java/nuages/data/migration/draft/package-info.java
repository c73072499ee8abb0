/** Migrations that are about to be written: what has changed since the last ones, in order, and as Java source. */
@NullMarked
package nuages.data.migration.draft;

import org.jspecify.annotations.NullMarked;
