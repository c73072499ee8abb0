/** What the tools for tests promise. */
@NullMarked
package nuages.testing;

import org.jspecify.annotations.NullMarked;
