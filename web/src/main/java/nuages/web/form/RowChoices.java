package nuages.web.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.Model;
import nuages.data.model.ModelType;
import nuages.data.model.Ref;

/** Rows of models as what is chosen in a form. */
final class RowChoices {
    /** More rows than these are not listed: their keys are typed instead. */
    static final int MOST = 1000;

    private RowChoices() {}

    /** Those of the rows that have these keys, by one query for a thousand or so of them. */
    static Map<Object, KeyedModel<?>> find(Choices.Rows<?> choices, Collection<Object> keys) {
        return keys.isEmpty() ? Map.of() : Map.copyOf(choices.rows().inBulk(keys));
    }

    /** A reference to a row that is there. */
    @SuppressWarnings("unchecked")
    static KeyedRef<?, ?> ref(KeyedModel<?> row) {
        return row instanceof Model model ? Ref.to(model) : KeyedRef.of((KeyedModel<Object>) row);
    }

    /** The key of a reference or of a row; any other value as it is. */
    static Object keyOf(Object value) {
        return switch (value) {
            case KeyedRef<?, ?> ref -> ref.key();
            case KeyedModel<?> row -> key(row);
            default -> value;
        };
    }

    /** The key of a row. */
    @SuppressWarnings("unchecked")
    static Object key(KeyedModel<?> row) {
        var type = (ModelType<KeyedModel<?>>) ModelType.of(row.getClass());
        var key = Objects.requireNonNull(type.get(row, type.keyProperty()));
        return key instanceof KeyedRef<?, ?> ref ? ref.key() : key;
    }

    /** The rows as choices: one more than {@link #MOST} if there are more. */
    static <M extends KeyedModel<?>> List<Choice> list(Choices.Rows<M> choices, TextType<Object> keys) {
        var all = new ArrayList<Choice>();
        for (var row : choices.rows().limit(MOST + 1L).list()) {
            all.add(Choice.of(keys.write(key(row)), choices.label().apply(row)));
        }
        return all;
    }
}
