/** A page that counts its visits, and two more: each asks the database, does something slow, and asks it again. */
@NullMarked
package counter;

import org.jspecify.annotations.NullMarked;
