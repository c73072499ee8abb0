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
    /** How many values by one statement are fastest: more pay off with PostgreSQL only. */
    private static final int POSTGRES_VALUES = 4000;

    private static final int VALUES = 1200;
    private static final int ROWS = 1000;
    /** How many characters or bytes, so that no statement exceeds what a server accepts. */
    private static final long SIZE = 2_000_000;

    private static final @Nullable Object[] NONE = {};

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
                var property = type.properties().get(i);
                boolean changed = conflict != null
                        && (property.key() || property.column().name().equals(conflict.counted()));
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
            from = portion(from);
        }
    }

    /** Inserts as many rows as should be at hand at once, by a statement that is run again and again. */
    private int portion(int first) {
        int times = fitting(first);
        var runs = new ArrayList<@Nullable Object[]>();
        long size = 0;
        int from = first;
        while (rows.size() - from >= times && size < SIZE) {
            var values = values(from, times);
            long more = size(values);
            if (more > SIZE && times > 1) {
                break;
            }
            runs.add(values);
            size += more;
            from += times;
        }
        insert(rows.subList(first, from), times, runs);
        return from;
    }

    /** How many of the next rows one statement takes. */
    private int fitting(int first) {
        int all = Math.min(most, rows.size() - first);
        return all > 1 && size(values(first, all)) > SIZE ? 1 : all;
    }

    private @Nullable Object[] values(int from, int times) {
        var values = new @Nullable Object[times * given.length];
        int next = 0;
        for (var row : rows.subList(from, from + times)) {
            for (int place : given) {
                values[next++] = Fitting.encoded(type, row, place, on);
            }
        }
        return values;
    }

    private static long size(@Nullable Object[] values) {
        long size = 0;
        for (var value : values) {
            size += size(value);
        }
        return size;
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case byte[] bytes -> bytes.length;
            case null, default -> 8;
        };
    }

    private void insert(List<M> some, int times, List<@Nullable Object[]> runs) {
        var rendered = Run.render(on, statement(times));
        var sql = on.sql(rendered.sql(), Effect.WRITE, NONE);
        Blame.on(type, on, columns(), () -> {
            if (back.isEmpty()) {
                sql.updateEach(runs);
            } else {
                sql.changedEach(runs, (run, answer) -> returned(answer, some.subList(run * times, (run + 1) * times)));
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
    private void returned(ResultSet answer, List<M> some) throws SQLException {
        if (ReadBack.all(type, some, back, answer, on) < some.size()) {
            throw new IllegalStateException("the database answered with fewer rows than were inserted");
        }
    }

    private void belongs(List<M> some) {
        var peers = new Peers(on);
        for (var row : some) {
            row.peers = peers;
            peers.add(row);
        }
    }
}
