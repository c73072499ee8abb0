package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nuages.data.connection.Database;
import nuages.data.schema.Constraint;
import nuages.data.schema.Index;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Insert.OnConflict;
import nuages.data.syntax.Node;
import nuages.data.syntax.Operator;
import nuages.data.syntax.Select;
import nuages.data.syntax.Update;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows that are there already, each by a statement of its own. For MariaDB, whose inserts cannot be told which
 * unique values make a row the same: they would overwrite another row that has any of them. For use by one thread.
 */
final class RowByRow<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final Database on;
    private final OnConflict conflict;
    private final Peers peers;

    RowByRow(ModelType<M> type, Database on, OnConflict conflict) {
        this.type = type;
        this.on = on;
        this.conflict = conflict;
        this.peers = new Peers(on);
    }

    /**
     * Whether rows may be equal to others in more than what is named.
     *
     * @throws IllegalArgumentException if what is named is not unique
     */
    boolean needed(Collection<? extends M> rows) {
        var named = Set.copyOf(conflict.target());
        var unique = unique();
        if (!unique.contains(named) && type.details().managed()) {
            throw new IllegalArgumentException(String.join(", ", conflict.target()) + " are not unique in " + type
                    + ", so that no row can be told to be there already: nothing was saved.\n"
                    + "name the fields of a @Unique, or the key.");
        }
        var key = Set.copyOf(Keys.names(type));
        boolean keyed = rows.stream().anyMatch(it -> Keys.given(type, it) != null);
        return unique.stream().anyMatch(it -> !it.equals(named) && (keyed || !it.equals(key)));
    }

    /** The columns, or expressions, that are unique together. */
    private Set<Set<String>> unique() {
        var all = new HashSet<Set<String>>();
        all.add(Set.copyOf(Keys.names(type)));
        for (var property : type.properties()) {
            if (property.column().unique()) {
                all.add(Set.of(property.column().name()));
            }
        }
        for (var constraint : type.constraints()) {
            if (constraint instanceof Constraint.Unique it) {
                var parts = new HashSet<String>();
                it.parts().stream().map(Index.Part::text).forEach(parts::add);
                all.add(parts);
            }
        }
        return all;
    }

    /** Changes those that are there already; the others. */
    List<M> change(Collection<? extends M> rows) {
        var others = new ArrayList<M>();
        for (var row : rows) {
            if (!changed(row)) {
                others.add(row);
            }
        }
        return others;
    }

    private boolean changed(M row) {
        var same = same(row);
        if (same == null) {
            return false;
        }
        var keys = places(Keys.names(type));
        var before = keys.stream().map(it -> type.value(row, it)).toArray();
        var select = Select.of(type.source(), List.copyOf(Keys.columns(type, type.source())))
                .where(same);
        if (!Run.sql(on, select).read(found -> ReadBack.next(type, row, keys, found, on))) {
            return false;
        }
        var update = Update.of(type.source(), sets(row), Keys.is(type, Keys.of(row)), Keys.names(type));
        if (Blame.on(type, on, conflict.update(), () -> Run.sql(on, update).update()) == 0) {
            for (int i = 0; i < before.length; i++) {
                type.set(row, keys.get(i), before[i]);
            }
            return false;
        }
        ReadBack.select(type, row, given(row), on);
        row.peers = peers;
        peers.add(row);
        return true;
    }

    private List<Integer> places(List<String> columns) {
        return type.properties().stream()
                .filter(it -> columns.contains(it.column().name()))
                .map(it -> type.place(it.name()))
                .toList();
    }

    /** Where the values are that make a row the same; null if one of them is NULL, which never repeats. */
    private @Nullable Node same(M row) {
        var conditions = new ArrayList<Node>();
        for (int place : places(conflict.target())) {
            var property = type.properties().get(place);
            var value = Fitting.encoded(type, row, place, on);
            if (value == null) {
                return null;
            }
            var column = type.source().column(property.column().name(), false);
            conditions.add(new Node.Compare(
                    Comparison.EQUAL,
                    column,
                    new Node.Value(value, property.codec().kind())));
        }
        return new Node.Junction(true, conditions);
    }

    private List<Update.Set> sets(M row) {
        var sets = new ArrayList<Update.Set>();
        for (int place : places(conflict.update())) {
            var property = type.properties().get(place);
            var value = Fitting.leftOut(property, type.value(row, place))
                    ? new Node.Literal("default")
                    : new Node.Value(
                            Fitting.encoded(type, row, place, on),
                            property.codec().kind());
            sets.add(new Update.Set(property.column().name(), value));
        }
        if (conflict.counted() != null) {
            var column = type.source().column(conflict.counted(), false);
            var next = new Node.Arithmetic(Operator.PLUS, column, new Node.Literal("1"));
            sets.add(new Update.Set(conflict.counted(), next));
        }
        return sets;
    }

    /** What the database gives the row, or has counted up. */
    private List<Integer> given(M row) {
        return type.properties().stream()
                .filter(it -> it.generated()
                        || it.key()
                        || it.column().name().equals(conflict.counted())
                        || Fitting.leftOut(it, type.value(row, type.place(it.name()))))
                .map(it -> type.place(it.name()))
                .toList();
    }
}
