package nuages.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelType;
import nuages.data.model.Property;

/** The forms of a set of rows that were sent. For use by one thread. */
final class RowSet<M extends KeyedModel<?>> {
    /**
     * One of them.
     *
     * @param key the row's key, unseen
     * @param controls what deletes it
     */
    record Item<M extends KeyedModel<?>>(Draft<M> draft, Entry key, List<Entry> controls, Fate fate) {
        boolean counts() {
            return fate != Fate.DELETED && fate != Fate.EMPTY;
        }

        /** The same with a number in a field of its row. */
        Item<M> numbered(ModelType<M> type, Property by, int number) {
            if (Objects.equals(type.get(draft.row, by), number)) {
                return this;
            }
            draft.put(by, number);
            return fate == Fate.LEFT ? new Item<>(draft.check(), key, controls, Fate.CHANGED) : this;
        }

        Page page(Options options) {
            var errors = new Errors();
            for (var entry : controls) {
                if (!entry.fine()) {
                    errors.field(entry.field().name(), String.valueOf(entry.problem()));
                }
            }
            var row = draft.page(options);
            var all = new ArrayList<>(Views.bound(List.of(key), draft.prefix(), new Errors(), options));
            all.addAll(row.fields());
            all.addAll(Views.bound(controls, draft.prefix(), errors, options));
            return new Page(row.id(), all, row.errors());
        }
    }

    /** What becomes of a row. */
    enum Fate {
        CREATED,
        CHANGED,
        DELETED,
        /** It is there, and stays as it is. */
        LEFT,
        /** There is none, and will be none. */
        EMPTY
    }

    private final SetSettings settings;
    private final Management management;
    private final List<Item<M>> items;
    private final Errors errors;
    private final SetCheck<M> check;

    RowSet(SetSettings settings, Management management, List<Item<M>> items, Errors errors, SetCheck<M> check) {
        this.settings = settings;
        this.management = management;
        this.items = items;
        this.errors = errors;
        this.check = check;
    }

    boolean fine() {
        return errors.none()
                && items.stream()
                        .allMatch(it ->
                                it.draft().fine() && it.controls().stream().allMatch(Entry::fine));
    }

    void refuse(String problem) {
        errors.form(problem);
    }

    /** Whether the rows, with what was sent, are fine together. */
    boolean together() {
        var rows = items.stream().filter(Item::counts).map(it -> it.draft().row).toList();
        check.check(rows, errors::form);
        return errors.none();
    }

    /** What is to be written. */
    List<Draft<M>> drafts() {
        return items.stream()
                .filter(it -> it.fate() == Fate.CREATED || it.fate() == Fate.CHANGED)
                .map(Item::draft)
                .toList();
    }

    /** What is to be deleted. */
    List<Draft<M>> deletions() {
        return items.stream()
                .filter(it -> it.fate() == Fate.DELETED)
                .map(Item::draft)
                .toList();
    }

    Saved<M> saved() {
        return new Saved<>(rows(Fate.CREATED), rows(Fate.CHANGED), rows(Fate.DELETED));
    }

    private List<M> rows(Fate fate) {
        return items.stream()
                .filter(it -> it.fate() == fate)
                .map(it -> it.draft().row)
                .toList();
    }

    void restore() {
        items.forEach(it -> it.draft().restore());
    }

    Page page(Options options) {
        var views = items.stream().<FormView>map(it -> it.page(options)).toList();
        return new Page(Views.id(settings.prefix()), management.fields(settings), errors.ofForm(), views);
    }
}
