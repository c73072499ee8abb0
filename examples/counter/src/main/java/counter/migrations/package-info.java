/** What became of the models of app {@code counter}, step by step. */
@NullMarked
package counter.migrations;

import org.jspecify.annotations.NullMarked;
