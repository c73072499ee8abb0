/** Tests of the counter, on each kind of database. */
@NullMarked
package counter;

import org.jspecify.annotations.NullMarked;
