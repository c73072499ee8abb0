/** Models with a field of every type. */
@NullMarked
package nuages.data.model.fields;

import org.jspecify.annotations.NullMarked;
