/** Tests of settings and projects. */
@NullMarked
package nuages.project;

import org.jspecify.annotations.NullMarked;
