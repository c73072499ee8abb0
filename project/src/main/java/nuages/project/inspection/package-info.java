/** Existing tables as the sources of models that describe them. */
@NullMarked
package nuages.project.inspection;

import org.jspecify.annotations.NullMarked;
