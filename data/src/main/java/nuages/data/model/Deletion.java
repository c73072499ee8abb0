package nuages.data.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.model.KeyedModel.Deleted;
import nuages.data.syntax.Delete;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;
import nuages.data.syntax.Update;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows, and does to those that refer to them what their fields say (the collector of
 * {@code django/db/models/deletion.py}). For use by one thread.
 */
final class Deletion {
    private final Database on;
    private final ModelSettings settings = ModelSettings.current();
    private final Collected collected;
    private final Map<Class<? extends KeyedModel<?>>, Long> counts = new HashMap<>();
    private long links;

    private Deletion(Database on) {
        this.on = on;
        this.collected = new Collected(on);
    }

    /** Deletes the row of an object. */
    static Deleted of(ModelType<?> type, KeyedModel<?> row, Database on) {
        var deletion = new Deletion(on);
        if (Collected.alone(type)) {
            deletion.rows(type, List.of(row));
            return deletion.deleted();
        }
        return on.atomic(() -> deletion.run(type, List.of(row)));
    }

    /** Deletes the rows of a queryset: in one statement, if there is nobody who must be told or asked. */
    static Deleted of(QuerySet<?> set) {
        var on = set.databaseToWrite();
        var type = set.type();
        if (Collected.alone(type) && !Collected.watched(type)) {
            if (Combinations.empty(set)) {
                return new Deleted(Map.of(type.type(), 0L), 0);
            }
            var delete = new Delete(type.source(), set.query().where(), Keys.names(type), Writes.chosen(set));
            return new Deleted(Map.of(type.type(), run(type, on, delete)), 0);
        }
        return on.atomic(() -> new Deletion(on).run(type, set.on(on).list()));
    }

    private Deleted deleted() {
        return new Deleted(counts, links);
    }

    private static long run(ModelType<?> type, Database on, Delete delete) {
        return Blame.on(type, on, List.of(), () -> Run.sql(on, delete).update());
    }

    private Deleted run(ModelType<?> type, List<? extends KeyedModel<?>> rows) {
        collected.add(type, rows);
        collected.refuse(type);
        var all = collected.rows();
        all.values().forEach(each -> each.values().forEach(this::before));
        collected.plain().forEach(this::plain);
        collected.links().forEach(this::link);
        collected.changes().forEach(this::change);
        Waves.of(all, this::detach).forEach(this::delete);
        all.values().forEach(each -> each.values().forEach(this::after));
        return deleted();
    }

    private void rows(ModelType<?> type, List<? extends KeyedModel<?>> rows) {
        rows.forEach(this::before);
        delete(type, rows);
        rows.forEach(this::after);
    }

    private void before(KeyedModel<?> row) {
        row.beforeDelete();
        settings.tell(row, ModelSettings.Listener::beforeDelete);
    }

    private void after(KeyedModel<?> row) {
        row.peers = null;
        row.afterDelete();
        settings.tell(row, ModelSettings.Listener::afterDelete);
    }

    private void count(ModelType<?> type, long rows) {
        counts.merge(type.type(), rows, Long::sum);
    }

    private void plain(Referrer by, List<Object> keys) {
        for (var portion : Keys.portions(keys)) {
            count(by.type(), run(by.type(), on, delete(by.type(), by.refersTo(portion))));
        }
    }

    private static Delete delete(ModelType<?> type, Node where) {
        return Delete.of(type.source(), where, Keys.names(type));
    }

    private void link(Collected.LinkColumn column, List<Object> keys) {
        var between = Source.root(column.table());
        for (var portion : Keys.portions(keys)) {
            var where = Keys.in(column.target(), between.column(column.column(), false), portion);
            links += Run.sql(on, Delete.of(between, where, List.of(column.column())))
                    .update();
        }
    }

    private void change(Referrer by, List<Object> keys) {
        for (var portion : Keys.portions(keys)) {
            set(by, by.refersTo(portion), collected.replacement(by));
        }
    }

    private void set(Referrer by, Node where, @Nullable Object key) {
        var column = by.property().column().name();
        var value = key == null
                ? new Node.Value(null, by.property().codec().kind())
                : Keys.value(by.property().references().orElseThrow().type(), key);
        var update = new Update(
                by.type().source(),
                List.of(new Update.Set(column, value)),
                where,
                Keys.names(by.type()),
                null,
                List.of());
        Blame.on(by.type(), on, List.of(column), () -> Run.sql(on, update).update());
    }

    /** Rows that refer to each other in a circle let go of one another first. */
    private void detach(Referrer by, List<Object> keys) {
        for (var portion : Keys.portions(keys)) {
            set(by, Keys.in(by.type(), portion), null);
        }
    }

    private void delete(ModelType<?> type, List<? extends KeyedModel<?>> rows) {
        var keys = rows.stream().map(Keys::of).toList();
        for (var portion : Keys.portions(keys)) {
            count(type, run(type, on, delete(type, Keys.in(type, portion))));
        }
    }
}
