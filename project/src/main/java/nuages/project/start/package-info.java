/** Projects and apps at their beginning: what {@code startproject} and {@code startapp} write. */
@NullMarked
package nuages.project.start;

import org.jspecify.annotations.NullMarked;
