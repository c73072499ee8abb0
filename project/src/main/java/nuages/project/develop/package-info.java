/** A project while it is developed: compiled in this process, run in generations, renewed when its files change. */
@NullMarked
package nuages.project.develop;

import org.jspecify.annotations.NullMarked;
