/** The proof that the servers of the tests, and their faults, are what they say. */
@NullMarked
package nuages.testing.servers;

import org.jspecify.annotations.NullMarked;
