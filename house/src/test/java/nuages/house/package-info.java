/** The guards of the whole repository: they read what the other modules are made of, and run with every build. */
@NullMarked
package nuages.house;

import org.jspecify.annotations.NullMarked;
