package nuages.web.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nuages.data.model.KeyedModel;

/** Rows that were looked up for references, so that those of several forms take one query. For use by one thread. */
final class Found {
    private final Map<Choices.Rows<?>, Set<Object>> wanted = new HashMap<>();
    private final Map<Choices.Rows<?>, Map<Object, KeyedModel<?>>> rows = new HashMap<>();

    /** Those of the rows that have these keys, and perhaps others. */
    Map<Object, KeyedModel<?>> find(Choices.Rows<?> choices, Collection<Object> keys) {
        var known = rows.get(choices);
        return known == null ? RowChoices.find(choices, keys) : known;
    }

    /** Remembers what will be looked up for a field. */
    void collect(FormField field, Collection<String> texts) {
        if (field.choices() instanceof Choices.Rows<?> choices) {
            var keys = wanted.computeIfAbsent(choices, _ -> new LinkedHashSet<>());
            texts.stream()
                    .filter(it -> it.indexOf('\0') < 0 && !it.isBlank())
                    .forEach(it -> field.parse(it.strip()).ifPresent(keys::add));
        }
    }

    /** Looks up everything that is remembered, by a query for each of the fields. */
    void lookUp() {
        wanted.forEach((choices, keys) -> rows.put(choices, RowChoices.find(choices, keys)));
        wanted.clear();
    }
}
