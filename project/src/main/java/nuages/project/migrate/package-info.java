/** The commands that write migrations, and those that apply them to a database. */
@NullMarked
package nuages.project.migrate;

import org.jspecify.annotations.NullMarked;
