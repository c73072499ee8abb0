/** A work for each test, and a gate that no connection leaks through. */
@NullMarked
package nuages.testing;

import org.jspecify.annotations.NullMarked;
