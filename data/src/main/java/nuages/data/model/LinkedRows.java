package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import nuages.data.connection.Database;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Delete;
import nuages.data.syntax.Insert;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;

/** The rows that a table between leads to from one row. For use by one thread. */
record LinkedRows<T extends KeyedModel<?>>(KeyedModel<?> owner, ManyToManyField<?, T> field) implements Side<T> {
    @Override
    public Object relation() {
        return field;
    }

    @Override
    public String shown() {
        return field.toString();
    }

    @Override
    @SuppressWarnings("unchecked")
    public QuerySet<T> model() {
        var all = QuerySet.of((Class<T>) field.targetClass());
        return owner.peers == null ? all : all.on(owner.peers.database());
    }

    @Override
    public QuerySet<T> all() {
        return model().filter(field.of(Keys.ofSaved(owner)));
    }

    private Database database() {
        return Objects.requireNonNull(owner.peers).database();
    }

    @Override
    public void fetch() {
        if (owner.fetched(field) == null) {
            Keys.ofSaved(owner);
            var peers = Objects.requireNonNull(owner.peers);
            var around = peers.around(owner);
            Lookups.many(this, around.size());
            Prefetches.fetch(around, new Prefetch.Linked(field, model()), peers.database());
        }
    }

    @Override
    public T create(Consumer<? super T> fields) {
        Keys.ofSaved(owner);
        return database().atomic(() -> {
            var row = model().create(fields);
            add(List.of(row));
            return row;
        });
    }

    @Override
    public void add(Collection<? extends T> rows) {
        var own = Keys.ofSaved(owner);
        var pairs = new LinkedHashSet<List<Object>>();
        for (var row : rows) {
            var other = Keys.ofSaved(row);
            pairs.add(List.of(own, other));
            if (field.link().symmetrical()) {
                pairs.add(List.of(other, own));
            }
        }
        forget(rows);
        if (pairs.isEmpty()) {
            return;
        }
        if (field.link().through() != null) {
            Through.add(owner, field, rows);
            return;
        }
        if (pairs.size() <= Peers.MOST) {
            insert(List.copyOf(pairs));
        } else {
            database().atomic(() -> Keys.portions(pairs).forEach(this::insert));
        }
    }

    /** A pair that is there already stays as it is, whoever has put it there. */
    private void insert(List<List<Object>> pairs) {
        var rows = new ArrayList<List<Node>>();
        for (var pair : pairs) {
            rows.add(List.of(Keys.value(field.owner(), pair.getFirst()), Keys.value(field.target(), pair.getLast())));
        }
        var columns = List.of(field.ownColumn(), field.otherColumn());
        var conflict = new Insert.OnConflict(columns, List.of());
        Run.sql(database(), new Insert(field.link().table(), columns, rows, conflict, List.of()))
                .update();
    }

    @Override
    public void remove(Collection<? extends T> rows) {
        var keys = rows.stream().map(Keys::ofSaved).toList();
        forget(rows);
        if (!keys.isEmpty()) {
            database().atomic(() -> Keys.portions(keys).forEach(this::unlink));
        }
    }

    private void unlink(List<Object> others) {
        var between = Source.root(field.link().table());
        delete(between, equal(between, field.ownColumn()), in(between, field.otherColumn(), others));
        if (field.link().symmetrical()) {
            delete(between, equal(between, field.otherColumn()), in(between, field.ownColumn(), others));
        }
    }

    private Node equal(Source between, String column) {
        var key = Keys.value(field.owner(), Keys.ofSaved(owner));
        return new Node.Compare(Comparison.EQUAL, between.column(column, false), key);
    }

    private Node in(Source between, String column, List<Object> keys) {
        return Keys.in(field.target(), between.column(column, false), keys);
    }

    private void delete(Source between, Node... conditions) {
        var where = new Node.Junction(true, List.of(conditions));
        Run.sql(database(), Delete.of(between, where, List.of(field.ownColumn(), field.otherColumn())))
                .update();
    }

    @Override
    public void clear() {
        forget(List.of());
        database().atomic(() -> {
            var between = Source.root(field.link().table());
            delete(between, equal(between, field.ownColumn()));
            if (field.link().symmetrical()) {
                delete(between, equal(between, field.otherColumn()));
            }
        });
    }

    private void forget(Collection<? extends T> rows) {
        owner.forget(field);
        var back = field.link().symmetrical() ? field : field.reverse();
        rows.forEach(row -> row.forget(back));
    }
}
