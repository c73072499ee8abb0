/** A project that is composed and not run, for tests: its {@code main} hands over what it would have served. */
@NullMarked
package nuages.project.trial;

import org.jspecify.annotations.NullMarked;
