package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nuages.data.connection.Database;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/** Makes objects of a result's rows, and of what was joined to them. For use by one thread. */
final class Reader<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final Database database;
    private final ResultSet rows;
    private final Peers peers;
    private final Row row;
    private final List<Joined<?>> joined = new ArrayList<>();

    /** A model that was joined, and where its columns begin. */
    private record Joined<T extends KeyedModel<?>>(
            ForeignKeyField<?, T, ?> field, ModelType<T> type, Source at, Row row, Peers peers) {}

    Reader(QuerySet<M> set, ResultSet rows, Database database) {
        this.type = set.type();
        this.database = database;
        this.rows = rows;
        this.peers = new Peers(database);
        this.row = new Row(rows, type, database.dialect(), peers, 0);
        int before = type.properties().size();
        for (var field : set.query().with()) {
            before = join(field, before);
        }
    }

    private <T extends KeyedModel<?>> int join(ForeignKeyField<?, T, ?> field, int before) {
        var target = field.target();
        var together = new Peers(database);
        joined.add(new Joined<>(
                field, target, field.join(), new Row(rows, target, database.dialect(), together, before), together));
        return before + target.properties().size();
    }

    M read() throws SQLException {
        var model = read(type, row, peers);
        if (!joined.isEmpty()) {
            Map<Source, KeyedModel<?>> here = new HashMap<>();
            here.put(type.source(), model);
            for (var each : joined) {
                join(each, here);
            }
        }
        return model;
    }

    /** Of a stream, whose rows do not know each other, so that none outlives its turn. */
    M readAlone() throws SQLException {
        var alone = new Peers(database);
        var model = read(type, new Row(rows, type, database.dialect(), alone, 0), alone);
        return model;
    }

    private static <T extends KeyedModel<?>> T read(ModelType<T> type, Row row, Peers peers) {
        var model = type.create();
        type.read(model, row);
        model.peers = peers;
        peers.add(model);
        return model;
    }

    private <T extends KeyedModel<?>> void join(Joined<T> each, Map<Source, KeyedModel<?>> here) {
        var owner = here.get(each.field.node().source());
        if (owner == null) {
            return;
        }
        KeyedRef<T, ?> ref = refOf(owner, each.field);
        if (ref == null) {
            return;
        }
        var target = read(each.type, each.row, each.peers);
        ref.fetched(target);
        here.put(each.at, target);
    }

    @SuppressWarnings("unchecked")
    private static <T extends KeyedModel<?>> @Nullable KeyedRef<T, ?> refOf(
            KeyedModel<?> owner, ForeignKeyField<?, T, ?> field) {
        var type = (ModelType<KeyedModel<?>>)
                ModelType.of(Objects.requireNonNull(owner).getClass());
        return (KeyedRef<T, ?>) type.value(owner, type.place(field.name()));
    }
}
