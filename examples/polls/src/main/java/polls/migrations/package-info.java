/** How the tables of the polls came about. */
@NullMarked
package polls.migrations;

import org.jspecify.annotations.NullMarked;
