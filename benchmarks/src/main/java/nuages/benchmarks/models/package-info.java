/** What is read and written in measurements of models. */
@NullMarked
package nuages.benchmarks.models;

import org.jspecify.annotations.NullMarked;
