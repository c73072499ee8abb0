/** Statements as trees, and the SQL each database wants them to be. */
@NullMarked
package nuages.data.syntax;

import org.jspecify.annotations.NullMarked;
