/** A shell for Java that knows the project: each snippet runs within a work, with the project's own classes. */
@NullMarked
package nuages.project.shell;

import org.jspecify.annotations.NullMarked;
