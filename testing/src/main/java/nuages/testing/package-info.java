/** A site, a client and a database for each test of one, and a gate that no connection leaks through. */
@NullMarked
package nuages.testing;

import org.jspecify.annotations.NullMarked;
