/** The six classic web workloads, written as a site would write them. */
@NullMarked
package tfb;

import org.jspecify.annotations.NullMarked;
