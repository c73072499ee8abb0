/**
 * A project: the apps it is made of, and its settings with where each of them came from; and an empty one, on which an
 * archive of classes is practised.
 */
@NullMarked
package nuages.project;

import org.jspecify.annotations.NullMarked;
