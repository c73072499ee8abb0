/**
 * A project while it is developed: compiled in this process, run in generations, renewed when its files change; its
 * commands start from an archive of the libraries' classes.
 */
@NullMarked
package nuages.project.develop;

import org.jspecify.annotations.NullMarked;
