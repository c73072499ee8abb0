/** The migrations that a project has: found among its classes, put in order, and the states they lead to. */
@NullMarked
package nuages.data.migration.history;

import org.jspecify.annotations.NullMarked;
