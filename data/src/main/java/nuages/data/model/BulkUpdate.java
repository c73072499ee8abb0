package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import nuages.data.connection.Database;
import nuages.data.error.RowNotFound;
import nuages.data.query.Field;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import nuages.data.syntax.Update;
import org.jspecify.annotations.Nullable;

/** The same fields of many rows, each with values of its own. For use by one thread. */
final class BulkUpdate<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final Database on;
    private final List<Integer> places;
    private final int version;

    private BulkUpdate(ModelType<M> type, Database on, List<Integer> places) {
        this.type = type;
        this.on = on;
        this.places = places;
        this.version = type.plan().version();
    }

    static <M extends KeyedModel<?>> BulkUpdate<M> of(QuerySet<M> set, List<Field<M, ?>> fields) {
        var type = set.type();
        var places = new TreeSet<Integer>(type.plan().always());
        fields.forEach(it -> places.add(type.place(it)));
        places.removeIf(it -> {
            var property = type.properties().get(it);
            return property.key() || property.generated() || it == type.plan().version();
        });
        if (fields.isEmpty() || places.isEmpty()) {
            throw new IllegalArgumentException("bulkUpdate() of " + type
                    + " names no field that can be written: name those to write, as in bulkUpdate(rows, field)");
        }
        return new BulkUpdate<>(type, set.databaseToWrite(), List.copyOf(places));
    }

    void run(Collection<? extends M> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var all = List.<M>copyOf(rows);
        var values = new ArrayList<List<@Nullable Object>>(all.size());
        for (var row : all) {
            values.add(values(row));
        }
        var columns = places.stream()
                .map(it -> type.properties().get(it).column().name())
                .toList();
        on.atomic(() -> {
            var counts =
                    Blame.on(type, on, columns, () -> Run.sql(on, statement()).batch(values));
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    throw missing(all.get(i));
                }
            }
        });
        if (version >= 0) {
            all.forEach(it -> type.set(it, version, Versions.next(type, it)));
        }
    }

    /** In the order of the statement's question marks. */
    private List<@Nullable Object> values(M row) {
        if (row.isNew()) {
            throw new IllegalStateException("a new " + type + " cannot be updated, since it has no row yet: give those "
                    + "that are new to bulkCreate()");
        }
        type.plan().fillTimes(type, row, false);
        var values = new ArrayList<@Nullable Object>(places.size() + 3);
        for (int place : places) {
            values.add(Fitting.encoded(type, row, place, on));
        }
        if (version >= 0) {
            values.add(Versions.next(type, row));
        }
        for (int i = 0; i < type.properties().size(); i++) {
            if (type.properties().get(i).key()) {
                values.add(Fitting.encoded(type, row, i, on));
            }
        }
        if (version >= 0) {
            values.add(type.value(row, version));
        }
        return values;
    }

    private Update statement() {
        var sets = new ArrayList<Update.Set>();
        for (int place : places) {
            var property = type.properties().get(place);
            sets.add(new Update.Set(property.column().name(), unknown(property)));
        }
        var same = new ArrayList<Node>();
        for (var column : Keys.columns(type, type.source())) {
            same.add(new Node.Compare(
                    Comparison.EQUAL, column, unknown(type.keys().get(same.size()))));
        }
        if (version >= 0) {
            var column = type.properties().get(version).column().name();
            sets.add(new Update.Set(column, unknown(type.properties().get(version))));
            var known = type.source().column(column, false);
            same.add(new Node.Compare(
                    Comparison.EQUAL, known, unknown(type.properties().get(version))));
        }
        return Update.of(type.source(), sets, new Node.Junction(true, same), Keys.names(type));
    }

    private static Node unknown(Property property) {
        return new Node.Value(null, property.codec().kind());
    }

    private RuntimeException missing(M row) {
        var key = Keys.of(row);
        if (version >= 0) {
            return new StaleRow(type, key, Versions.number(type, row), Versions.inDatabase(type, key, on));
        }
        return new RowNotFound(
                type + " " + key + " could not be updated, and none of the others was: its row is no longer there.\n"
                        + "somebody has deleted it since it was read.",
                null);
    }
}
