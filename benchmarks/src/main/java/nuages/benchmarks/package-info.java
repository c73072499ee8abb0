/** What connections cost beside other pools, and what a site keeps of its promises under load. */
@NullMarked
package nuages.benchmarks;

import org.jspecify.annotations.NullMarked;
