/** What models cost beside JDBC written by hand and other libraries. */
@NullMarked
package nuages.benchmarks.models;

import org.jspecify.annotations.NullMarked;
