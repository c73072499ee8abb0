/** A project: the apps it is made of, and its settings with where each of them came from. */
@NullMarked
package nuages.project;

import org.jspecify.annotations.NullMarked;
