/** Annotations that say how a model is kept in its table. */
@NullMarked
package nuages.data.mapping;

import org.jspecify.annotations.NullMarked;
