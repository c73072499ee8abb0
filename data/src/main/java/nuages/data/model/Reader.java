package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/** Makes objects of a result's rows, and of what was joined to them. For use by one thread. */
final class Reader<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final Database database;
    private final ResultSet rows;
    private final List<Join> joins;
    private final int most;
    private final int width;
    private Portion<M> own;
    private List<Portion<?>> joined;
    private int count;

    /**
     * A reader whose rows are fetched for together in portions.
     *
     * @param most how many rows are a portion
     */
    Reader(QuerySet<M> set, ResultSet rows, Database database, int most) {
        this.type = set.type();
        this.database = database;
        this.rows = rows;
        this.joins = Join.of(set);
        this.most = most;
        this.width = width(type, joins);
        this.own = new Portion<>(type, rows, database, 0);
        this.joined = joined();
    }

    private static int width(ModelType<?> type, List<Join> joins) {
        int width = type.properties().size();
        for (var join : joins) {
            width += join.type().properties().size();
        }
        return width;
    }

    private List<Portion<?>> joined() {
        int before = type.properties().size();
        var all = new ArrayList<Portion<?>>(joins.size());
        for (var join : joins) {
            all.add(new Portion<>(join.type(), rows, database, before));
            before += join.type().properties().size();
        }
        return all;
    }

    /** How many columns it reads. */
    int width() {
        return width;
    }

    /** The object of the row that the result is at. */
    M read() throws SQLException {
        if (count++ == most) {
            count = 1;
            own = new Portion<>(type, rows, database, 0);
            joined = joined();
        }
        var model = own.read();
        if (!joins.isEmpty()) {
            join(model);
        }
        return model;
    }

    private void join(M model) {
        Map<Source, KeyedModel<?>> here = new HashMap<>();
        here.put(type.source(), model);
        for (int i = 0; i < joins.size(); i++) {
            var join = joins.get(i);
            var owner = here.get(join.at().before());
            var ref = owner == null ? null : References.of(owner, join.place());
            var target = ref == null ? null : shared(joined.get(i), ref.key());
            if (ref != null && target != null) {
                ref.fetched(target);
                here.put(join.at(), target);
            }
        }
    }

    private static @Nullable KeyedModel<?> shared(Portion<?> portion, Object key) {
        return portion.shared(key);
    }

    /** Rows of one model that are fetched for together. */
    private static final class Portion<T extends KeyedModel<?>> {
        private final ModelType<T> type;
        private final Row row;
        private final Peers peers;
        private final Map<Object, T> byKey = new HashMap<>();

        private Portion(ModelType<T> type, ResultSet rows, Database database, int before) {
            this.type = type;
            this.peers = new Peers(database);
            this.row = new Row(rows, type, database.dialect(), peers, before);
        }

        private T read() {
            var model = type.create();
            type.read(model, row);
            model.peers = peers;
            peers.add(model);
            return model;
        }

        /** One object for each key, however many rows it was joined to; null if there is no such row. */
        private @Nullable T shared(Object key) {
            var known = byKey.get(key);
            if (known == null && row.getOrNull(type.key()) != null) {
                known = read();
                byKey.put(key, known);
            }
            return known;
        }
    }
}
