package nuages.data.migration;

import org.jspecify.annotations.Nullable;

/**
 * What an operation gives another name, so that it is not taken for one thing that goes and another that comes. Immutable.
 *
 * @param model the model that is renamed, or whose field is; by the label it has before
 * @param to the label it has after
 * @param field the field that is renamed; null if it is the model
 * @param toField the name the field has after
 */
public record Moves(
        String model,
        String to,
        @Nullable String field,
        @Nullable String toField) {
    /** Nothing has another name. */
    public static final Moves NONE = new Moves("", "", null, null);

    static Moves model(String from, String to) {
        return new Moves(from, to, null, null);
    }

    static Moves field(String model, String from, String to) {
        return new Moves(model, model, from, to);
    }

    /** The same when it is undone. */
    public Moves undone() {
        return new Moves(to, model, toField, field);
    }

    /** The label that a model had before. */
    public String before(String label) {
        return label.equals(to) ? model : label;
    }

    /** The name that a field of a model had before, by that model's label after. */
    public String before(String label, String name) {
        return field != null && label.equals(to) && name.equals(toField) ? field : name;
    }
}
