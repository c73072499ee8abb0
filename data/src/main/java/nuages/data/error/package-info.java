/** What can go wrong, as one small tree of exceptions whose messages say what to do. */
@NullMarked
package nuages.data.error;

import org.jspecify.annotations.NullMarked;
