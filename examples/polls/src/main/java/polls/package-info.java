/** Questions that visitors ask and answer: the example that the guides speak of. */
@NullMarked
package polls;

import org.jspecify.annotations.NullMarked;
