/** The six web workloads, beside the same pages written by hand. */
@NullMarked
package nuages.benchmarks.web;

import org.jspecify.annotations.NullMarked;
