/** A site as users write it, with an app that votes, for tests of what tests it. */
@NullMarked
package nuages.testing.polls;

import org.jspecify.annotations.NullMarked;
