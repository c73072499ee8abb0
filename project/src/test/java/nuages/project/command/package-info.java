/** Tests of commands. */
@NullMarked
package nuages.project.command;

import org.jspecify.annotations.NullMarked;
