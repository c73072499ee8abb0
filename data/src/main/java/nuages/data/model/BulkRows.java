package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.dialect.Postgres;
import nuages.data.syntax.Insert;
import nuages.data.syntax.Insert.OnConflict;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/** New rows that give values to the same fields. For use by one thread. */
final class BulkRows<M extends KeyedModel<?>> {
    /** How many values by one statement are fastest: PostgreSQL plans each, the others read it as a text. */
    private static final int POSTGRES_VALUES = 4000;

    private static final int VALUES = 300;
    private static final int ROWS = 1000;
    /** How many characters or bytes, so that no statement exceeds what a server accepts. */
    private static final long SIZE = 2_000_000;

    private final ModelType<M> type;
    private final Database on;
    private final @Nullable OnConflict conflict;
    private final int[] given;
    private final List<Integer> back;
    private final List<M> rows;
    private final int most;

    BulkRows(ModelType<M> type, Database on, @Nullable OnConflict conflict, BitSet given, List<M> rows) {
        this.type = type;
        this.on = on;
        this.conflict = conflict;
        this.given = given.stream().toArray();
        this.back = back(given);
        this.rows = rows;
        int values = on.dialect() instanceof Postgres ? POSTGRES_VALUES : VALUES;
        this.most = Math.max(1, Math.min(ROWS, values / Math.max(1, this.given.length)));
    }

    /** What the database tells of rows that it ignores is nothing, so that nobody knows which are new. */
    private List<Integer> back(BitSet places) {
        var missing = new ArrayList<Integer>();
        if (conflict == null || !conflict.update().isEmpty()) {
            for (int i = 0; i < type.properties().size(); i++) {
                boolean changed = conflict != null && type.properties().get(i).key();
                if (!places.get(i) || changed) {
                    missing.add(i);
                }
            }
        }
        return missing;
    }

    void run() {
        int from = 0;
        while (from < rows.size()) {
            from = chunk(from);
        }
    }

    /** Inserts as many rows as one statement takes; where the next ones begin. */
    private int chunk(int from) {
        int to = from;
        var values = new ArrayList<@Nullable Object>(Math.min(most, rows.size() - from) * given.length);
        long size = 0;
        while (to < rows.size() && to - from < most && size < SIZE) {
            for (int place : given) {
                var value = Fitting.encoded(type, rows.get(to), place, on);
                values.add(value);
                size += size(value);
            }
            to++;
        }
        insert(rows.subList(from, to), values.toArray());
        return to;
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case byte[] bytes -> bytes.length;
            case null, default -> 8;
        };
    }

    private void insert(List<M> some, @Nullable Object[] values) {
        var rendered = Run.render(on, statement(some.size()));
        var sql = on.sql(rendered.sql(), Effect.WRITE, values);
        Blame.on(type, on, columns(), () -> {
            if (back.isEmpty()) {
                sql.update();
            } else {
                sql.changed(answer -> returned(answer, some));
            }
            return true;
        });
        if (conflict == null || !conflict.update().isEmpty()) {
            belongs(some);
        }
    }

    private List<String> columns() {
        var columns = new ArrayList<String>();
        for (int place : given) {
            columns.add(type.properties().get(place).column().name());
        }
        return columns;
    }

    private Insert statement(int times) {
        var places = new ArrayList<Node>();
        for (int place : given) {
            places.add(new Node.Value(null, type.properties().get(place).codec().kind()));
        }
        var returning = back.stream()
                .map(it -> type.properties().get(it).column().name())
                .toList();
        return new Insert(type.table(), columns(), List.of(places), conflict, returning, times);
    }

    /** The rows come back in the order in which they were sent. */
    private boolean returned(ResultSet answer, List<M> some) throws SQLException {
        for (var row : some) {
            if (!ReadBack.next(type, row, back, answer, on)) {
                throw new IllegalStateException("the database answered with fewer rows than were inserted");
            }
        }
        return true;
    }

    private void belongs(List<M> some) {
        var peers = new Peers(on);
        for (var row : some) {
            row.peers = peers;
            peers.add(row);
        }
    }
}
