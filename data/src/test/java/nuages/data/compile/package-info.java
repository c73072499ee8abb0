/** What the compiler says to models, and what is generated for them. */
@NullMarked
package nuages.data.compile;

import org.jspecify.annotations.NullMarked;
