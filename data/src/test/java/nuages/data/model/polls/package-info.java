/** Questions and their choices. */
@NullMarked
package nuages.data.model.polls;

import org.jspecify.annotations.NullMarked;
