/** What became of the models of app {@code polls}, step by step. */
@NullMarked
package nuages.testing.polls.migrations;

import org.jspecify.annotations.NullMarked;
