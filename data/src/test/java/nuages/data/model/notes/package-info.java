/** Notes in folders, for questions of every kind. */
@NullMarked
package nuages.data.model.notes;

import org.jspecify.annotations.NullMarked;
