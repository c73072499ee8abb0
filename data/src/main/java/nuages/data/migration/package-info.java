/** Changes of models as code: the states models had, the operations that lead from one to the next, and migrations. */
@NullMarked
package nuages.data.migration;

import org.jspecify.annotations.NullMarked;
