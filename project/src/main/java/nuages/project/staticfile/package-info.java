/** The commands about static files. */
@NullMarked
package nuages.project.staticfile;

import org.jspecify.annotations.NullMarked;
