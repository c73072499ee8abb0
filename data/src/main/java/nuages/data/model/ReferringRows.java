package nuages.data.model;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import nuages.data.query.Assignment;
import nuages.data.query.Condition;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/** The rows that refer to one row by a foreign key. For use by one thread. */
record ReferringRows<T extends KeyedModel<?>>(KeyedModel<?> owner, ForeignKeyField<T, ?, ?> field) implements Side<T> {
    @Override
    public Object relation() {
        return field;
    }

    @Override
    public String shown() {
        return field.owner().getSimpleName() + "_." + field.name();
    }

    @Override
    public String adding() {
        return (field instanceof OneToOneField ? ".withOne(" : ".withMany(") + shown() + ")";
    }

    @Override
    @SuppressWarnings("unchecked")
    public QuerySet<T> model() {
        var all = QuerySet.of((Class<T>) field.owner());
        return owner.peers == null ? all : all.on(owner.peers.database());
    }

    @Override
    public QuerySet<T> all() {
        return model().filter(refers(Keys.ofSaved(owner)));
    }

    private Condition<T> refers(Object key) {
        return Condition.of(new Node.Compare(Comparison.EQUAL, field.node(), Keys.value(field.target(), key)));
    }

    @Override
    public void fetch() {
        if (owner.fetched(field) == null) {
            Keys.ofSaved(owner);
            var peers = Objects.requireNonNull(owner.peers);
            var around = peers.around(owner);
            Lookups.many(this, around.size());
            Prefetches.fetch(around, new Prefetch.Referring(field, model()), peers.database());
        }
    }

    @Override
    public T create(Consumer<? super T> fields) {
        owner.forget(field);
        return model().create(row -> {
            refer(row, field.refTo(owner));
            fields.accept(row);
        });
    }

    private void refer(T row, @Nullable Object ref) {
        var type = model().type();
        type.set(row, type.place(field.name()), ref);
    }

    @Override
    public void add(Collection<? extends T> rows) {
        var ref = field.refTo(owner);
        var value = Keys.value(field.target(), Keys.ofSaved(owner));
        assign(rows, model(), value);
        rows.forEach(row -> refer(row, ref));
        owner.forget(field);
    }

    private void assign(Collection<? extends T> rows, QuerySet<T> among, Node value) {
        var change = new Assignment<T>(field.name(), field.node().name(), value);
        var keys = rows.stream().map(Keys::ofSaved).toList();
        for (var portion : Keys.portions(keys)) {
            among.filter(Condition.of(Keys.in(among.type(), portion))).update(change);
        }
    }

    @Override
    public void remove(Collection<? extends T> rows) {
        requireNullable();
        assign(rows, all(), nothing());
        for (var row : rows) {
            var ref = References.of(row, model().type().place(field.name()));
            if (ref != null && ref.key().equals(Keys.of(owner))) {
                refer(row, null);
            }
        }
        owner.forget(field);
    }

    private Node nothing() {
        return new Node.Value(null, field.codec().kind());
    }

    private void requireNullable() {
        if (!field.node().nullable()) {
            throw new IllegalStateException("a " + field.owner().getSimpleName() + " must refer to a "
                    + field.target() + ", since " + shown() + " is not @Nullable.\ndelete the rows instead, or let "
                    + "them refer to another one by its add().");
        }
    }

    @Override
    public void clear() {
        requireNullable();
        all().update(new Assignment<>(field.name(), field.node().name(), nothing()));
        owner.forget(field);
    }
}
