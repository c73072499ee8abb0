/** Tests of models that are written for existing tables. */
@NullMarked
package nuages.project.inspection;

import org.jspecify.annotations.NullMarked;
