/** What the pages do, asked as a browser would ask. */
@NullMarked
package polls;

import org.jspecify.annotations.NullMarked;
