package nuages.data.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.dialect.MariaDb;
import nuages.data.query.Field;
import nuages.data.syntax.Insert.OnConflict;
import org.jspecify.annotations.Nullable;

/** New rows, many by each statement. For use by one thread. */
final class BulkInsert<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final Database on;
    private final @Nullable OnConflict conflict;

    private BulkInsert(ModelType<M> type, Database on, @Nullable OnConflict conflict) {
        this.type = type;
        this.on = on;
        this.conflict = conflict;
    }

    static <M extends KeyedModel<?>> BulkInsert<M> of(QuerySet<M> set, @Nullable OnConflict conflict) {
        var on = set.databaseToWrite();
        return new BulkInsert<>(set.type(), on, conflict == null ? null : complete(conflict, set.type(), on));
    }

    /** MariaDB ignores a conflict by setting a column to what it is. */
    private static OnConflict complete(OnConflict conflict, ModelType<?> type, Database on) {
        boolean nothing = conflict.target().isEmpty() && conflict.update().isEmpty();
        return nothing && on.dialect() instanceof MariaDb ? new OnConflict(Keys.names(type), List.of()) : conflict;
    }

    static <M extends KeyedModel<?>> OnConflict conflict(
            ModelType<M> type, List<? extends Field<M, ?>> by, List<? extends Field<M, ?>> update) {
        return new OnConflict(columns(type, by), columns(type, update), counted(type, columns(type, update)));
    }

    private static <M extends KeyedModel<?>> List<String> columns(
            ModelType<M> type, List<? extends Field<M, ?>> fields) {
        return fields.stream()
                .map(it -> type.properties().get(type.place(it)).column().name())
                .toList();
    }

    /** All fields that a conflict in those changes. */
    static <M extends KeyedModel<?>> OnConflict others(ModelType<M> type, List<? extends Field<M, ?>> by) {
        var target = columns(type, by);
        var others = type.properties().stream()
                .filter(it -> !it.key() && !it.generated() && it.filled() != Property.Filled.ONCE)
                .filter(it -> it.filled() != Property.Filled.VERSION)
                .map(it -> it.column().name())
                .filter(it -> !target.contains(it))
                .toList();
        return new OnConflict(target, others, counted(type, others));
    }

    /** The column of the version, which is counted up where a row is changed. */
    private static @Nullable String counted(ModelType<?> type, List<String> changed) {
        int version = type.plan().version();
        if (version < 0 || changed.isEmpty()) {
            return null;
        }
        var column = type.properties().get(version).column().name();
        return changed.contains(column) ? null : column;
    }

    void run(Collection<? extends M> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(this::prepare);
        var single = conflict == null || conflict.update().isEmpty() || !(on.dialect() instanceof MariaDb)
                ? null
                : new RowByRow<>(type, on, conflict);
        if (single == null || !single.needed(rows)) {
            on.atomic(() -> insert(rows, conflict));
        } else {
            on.atomic(() -> insert(single.change(rows), null));
        }
    }

    private void insert(Collection<? extends M> rows, @Nullable OnConflict how) {
        alike(rows).forEach((given, some) -> new BulkRows<>(type, on, how, given, some).run());
    }

    private void prepare(M row) {
        type.plan().fillTimes(type, row, true);
        Versions.begin(type, row);
    }

    /** The rows by the fields that are given a value, which are the same for nearly all. */
    private Map<BitSet, List<M>> alike(Collection<? extends M> rows) {
        var alike = new LinkedHashMap<BitSet, List<M>>();
        var given = new BitSet();
        var open = open(given);
        for (var row : rows) {
            for (int place : open) {
                given.set(place, given(row, place));
            }
            var some = alike.get(given);
            if (some == null) {
                some = new ArrayList<>();
                alike.put((BitSet) given.clone(), some);
            }
            some.add(row);
        }
        return alike;
    }

    /** Notes the fields that all rows give a value, and tells of which it depends on the row. */
    private int[] open(BitSet given) {
        var open = new BitSet();
        for (int i = 0; i < type.properties().size(); i++) {
            var property = type.properties().get(i);
            if (!property.generated()) {
                var column = property.column();
                boolean always = !column.identity() && column.defaultSql() == null;
                (always ? given : open).set(i);
            }
        }
        return open.stream().toArray();
    }

    private boolean given(M row, int place) {
        var property = type.properties().get(place);
        var value = type.value(row, place);
        return property.column().identity() ? !property.numberless(value) : !Fitting.leftOut(property, value);
    }
}
