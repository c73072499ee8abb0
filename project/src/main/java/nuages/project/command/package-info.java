/** The commands that every project has, and the console they write to; they are handed what they command. */
@NullMarked
package nuages.project.command;

import org.jspecify.annotations.NullMarked;
