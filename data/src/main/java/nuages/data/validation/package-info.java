/** Values checked against the annotations of Jakarta Validation: one validator for models, forms and JSON. */
@NullMarked
package nuages.data.validation;

import org.jspecify.annotations.NullMarked;
