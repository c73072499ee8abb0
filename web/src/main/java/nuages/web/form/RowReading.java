package nuages.web.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nuages.data.model.KeyedModel;
import nuages.data.model.Property;
import nuages.data.model.QuerySet;
import nuages.web.form.RowSet.Fate;
import nuages.web.form.RowSet.Item;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of a set of rows. Their rows are found by one query, and those they refer to by one query a field.
 *
 * @param key the field that has the key of a row
 * @param order the field that numbers rows; null if none does
 * @param rows the rows that may be changed; null if there are none yet
 * @param blank makes a new row
 * @param check what is checked of all together
 */
record RowReading<M extends KeyedModel<?>>(
        ModelForm<M> form,
        SetSettings settings,
        FormField key,
        @Nullable Property order,
        @Nullable QuerySet<M> rows,
        Supplier<M> blank,
        SetCheck<M> check) {
    /** So many more than the most that are allowed are read, to be shown again. */
    private static final int BEYOND = 1000;

    RowSet<M> read(Sent sent) {
        var errors = new Errors();
        var management = Management.read(sent).orElse(null);
        if (management == null) {
            errors.form(Sentences.TAMPERED);
            return new RowSet<>(settings, new Management(0, 0), List.of(), errors, check);
        }
        int count = Math.min(management.total(), settings.max() + BEYOND);
        var items = items(sent, count, management.initial());
        long filled = items.stream().filter(Item::counts).count();
        if (filled < settings.min()) {
            errors.form(Sentences.tooFew(settings.min()));
        }
        if (filled > settings.max() || count < management.total()) {
            errors.form(Sentences.tooMany(settings.max()));
        }
        var counted = new Management(count, Math.min(management.initial(), count));
        return new RowSet<>(settings, counted, items, errors, check);
    }

    private List<Item<M>> items(Sent sent, int count, int initial) {
        var keys = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            var at = sent.within(settings.at(i));
            keys.add(at.entry(key));
            form.slots()
                    .forEach(it -> sent.found()
                            .collect(it.field(), at.values(it.field().name())));
        }
        sent.found().lookUp();
        var there = find(keys.subList(0, Math.min(initial, count)));
        var items = new ArrayList<Item<M>>();
        for (int i = 0; i < count; i++) {
            var at = sent.within(settings.at(i));
            items.add(i < initial ? existing(at, keys.get(i), there) : added(at, keys.get(i)));
        }
        return order == null ? items : numbered(items, order);
    }

    /** Numbers the rows that stay as the numbers in their forms say; those without one come last. */
    private List<Item<M>> numbered(List<Item<M>> items, Property by) {
        var places = IntStream.range(0, items.size())
                .filter(it -> items.get(it).counts())
                .boxed()
                .sorted(Comparator.comparing(
                        it -> Management.order(items.get(it).controls()),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var numbered = new ArrayList<>(items);
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            numbered.set(place, items.get(place).numbered(form.type(), by, i + 1));
        }
        return numbered;
    }

    private Map<Object, M> find(List<Entry> entries) {
        var keys = new ArrayList<Object>();
        for (var entry : entries) {
            if (entry.value() != null) {
                keys.add(entry.value());
            }
        }
        return rows == null || keys.isEmpty()
                ? new HashMap<>()
                : new HashMap<>(form.linked(rows).inBulk(keys));
    }

    /** Each row is changed by one form alone. */
    private Item<M> existing(Sent at, Entry keyed, Map<Object, M> there) {
        var row = keyed.value() == null ? null : there.remove(keyed.value());
        var controls = Management.entries(settings, at);
        if (row == null) {
            var lost = new Draft<>(form.type(), form.slots(), form.type().blank(), at);
            lost.errors.form(Sentences.GONE);
            return new Item<>(lost, keyed, controls, Fate.LEFT);
        }
        var draft = new Draft<>(form.type(), form.slots(), row, at);
        if (Management.deleted(controls)) {
            return new Item<>(draft, keyed, controls, Fate.DELETED);
        }
        boolean same = Blank.unchanged(draft.entries, form.valuesOfOne(row));
        return same
                ? new Item<>(draft, keyed, controls, Fate.LEFT)
                : new Item<>(draft.check(), keyed, controls, Fate.CHANGED);
    }

    private Item<M> added(Sent at, Entry keyed) {
        var row = blank.get();
        var controls = Management.entries(settings, at);
        var draft = new Draft<>(form.type(), form.slots(), row, at);
        boolean empty = Blank.untouched(draft.entries, form.valuesOfOne(row)) || Management.deleted(controls);
        return empty
                ? new Item<>(draft, keyed, controls, Fate.EMPTY)
                : new Item<>(draft.check(), keyed, controls, Fate.CREATED);
    }
}
