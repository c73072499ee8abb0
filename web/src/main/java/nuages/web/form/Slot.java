package nuages.web.form;

import nuages.data.model.ManyToManyField;
import nuages.data.model.Property;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model's form, and where its value goes. Immutable; threads share it.
 *
 * @param property the field of the model; null for rows that a table between leads to
 * @param links those rows; null for a field
 */
record Slot(
        FormField field,
        @Nullable Property property,
        @Nullable ManyToManyField<?, ?> links) {
    Slot with(FormField other) {
        return new Slot(other, property, links);
    }
}
