/** Tests of the six workloads. */
@NullMarked
package tfb;

import org.jspecify.annotations.NullMarked;
