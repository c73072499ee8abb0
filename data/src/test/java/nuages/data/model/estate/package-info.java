/** Things and those who have them, to see what becomes of the things. */
@NullMarked
package nuages.data.model.estate;

import org.jspecify.annotations.NullMarked;
