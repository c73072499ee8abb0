/** Models and querysets: classes that describe tables, and queries for their rows. */
@NullMarked
package nuages.data.model;

import org.jspecify.annotations.NullMarked;
