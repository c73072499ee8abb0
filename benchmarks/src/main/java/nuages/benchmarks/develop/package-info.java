/** How long a developer waits: for commands, and for a changed page. */
@NullMarked
package nuages.benchmarks.develop;

import org.jspecify.annotations.NullMarked;
