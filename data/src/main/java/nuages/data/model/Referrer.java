package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import nuages.data.mapping.OnDelete;
import nuages.data.query.Condition;
import nuages.data.syntax.Node;

/**
 * A field by which rows of one model refer to those of another.
 *
 * @param type the model that has the field
 * @param place the field's place among its fields
 */
record Referrer(ModelType<?> type, int place) {
    /** All fields that refer to a model. */
    static List<Referrer> of(ModelType<?> target) {
        var all = new ArrayList<Referrer>();
        for (var type : ModelSettings.current().referring(target)) {
            for (int i = 0; i < type.properties().size(); i++) {
                var reference = type.properties().get(i).reference();
                if (reference != null && reference.target() == target.type()) {
                    all.add(new Referrer(type, i));
                }
            }
        }
        return all;
    }

    Property property() {
        return type.properties().get(place);
    }

    OnDelete onDelete() {
        return Objects.requireNonNull(property().reference()).onDelete();
    }

    /** Whether something is to be done about its rows, or before they hinder. */
    boolean concerns() {
        return switch (onDelete()) {
            case CASCADE, PROTECT, RESTRICT, SET_NULL, SET_DEFAULT -> true;
            case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> false;
        };
    }

    /** The rows of the model that refer to one of these keys. */
    Node refersTo(Collection<?> keys) {
        var column = type.source().column(property().column().name(), true);
        return Keys.in(Objects.requireNonNull(property().reference()).type(), column, keys);
    }

    QuerySet<? extends KeyedModel<?>> rows(Collection<?> keys) {
        return filtered(QuerySet.of(type.type()), refersTo(keys));
    }

    private static <T extends KeyedModel<?>> QuerySet<T> filtered(QuerySet<T> all, Node where) {
        return all.filter(Condition.of(where));
    }

    /** Such as {@code Book.author}. */
    @Override
    public String toString() {
        return type + "." + property().name();
    }
}
