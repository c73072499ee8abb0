package nuages.data.connection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.dialect.Dialect.Effect;
import org.jspecify.annotations.Nullable;

/** Reads a result in portions, so that neither the driver nor the framework holds all of it. */
final class Streams {
    private Streams() {}

    /** Prepares to read the rows of a result that has begun. */
    @FunctionalInterface
    interface Opening<T> {
        /** What reads the row that the result is at. */
        Sql.Reading<T> open(ResultSet rows) throws SQLException;
    }

    static <T> void forEach(Database database, Sql sql, Opening<T> type, Consumer<? super T> each) {
        var strand = Strand.current();
        strand.work.statements().ran(sql.text());
        var open = Transaction.of(strand, database);
        if (open != null) {
            read(open, sql, type, each);
            return;
        }
        var options = sql.effect() == Effect.READ && database.dialect().singleWriter()
                ? Atomic.standard().asReadOnly()
                : Atomic.standard();
        Transactions.<Boolean, RuntimeException>run(database, options, true, () -> {
            read(java.util.Objects.requireNonNull(Transaction.of(strand, database)), sql, type, each);
            return true;
        });
    }

    private static <T> void read(Transaction in, Sql sql, Opening<T> type, Consumer<? super T> each) {
        if (SharedSession.concerns(in.database.dialect(), sql.effect())) {
            SharedSession.announce(in, sql.text());
        }
        var stream = new Stream<>(in.lease, sql, type);
        try {
            for (var rows = stream.next(); !rows.isEmpty(); rows = stream.next()) {
                rows.forEach(each);
            }
        } finally {
            stream.close();
        }
    }

    /** A statement that is being read. */
    private static final class Stream<T> {
        private final Lease lease;
        private final Sql sql;
        private final Opening<T> type;
        private @Nullable PreparedStatement statement;
        private @Nullable ResultSet rows;
        private Sql.@Nullable Reading<T> reader;
        private boolean finished;

        private Stream(Lease lease, Sql sql, Opening<T> type) {
            this.lease = lease;
            this.sql = sql;
            this.type = type;
        }

        /** The next portion; empty at the end. */
        private List<T> next() {
            return finished ? List.of() : lease.call(sql.text(), this::portion);
        }

        private List<T> portion() throws SQLException {
            var from = rows == null ? start() : rows;
            lease.holder.running(java.util.Objects.requireNonNull(statement));
            var portion = new ArrayList<T>();
            while (portion.size() < Sql.FETCH) {
                if (!from.next()) {
                    finished = true;
                    break;
                }
                portion.add(java.util.Objects.requireNonNull(reader).read(from));
            }
            return portion;
        }

        private ResultSet start() throws SQLException {
            var prepared = lease.holder.running(lease.link().jdbc.prepareStatement(sql.text()));
            statement = prepared;
            lease.link().touched |=
                    sql.effect() == Effect.SESSION && !lease.pool.dialect().sharesSessions();
            prepared.setFetchSize(Sql.FETCH);
            sql.bind(prepared);
            var started = prepared.executeQuery();
            rows = started;
            reader = type.open(started);
            return started;
        }

        /** Keeps the server from sending the rest, which the driver would read to its end. */
        private boolean stop() {
            var pool = lease.pool;
            var stop = pool.dialect().stop(lease.link().serverId);
            stop.ifPresent(it -> pool.control.cancel(() -> pool.source().once(it)));
            return stop.isPresent();
        }

        private void close(PreparedStatement open, boolean stopped) throws SQLException {
            try {
                open.close();
            } catch (SQLException e) {
                if (!stopped || !lease.pool.dialect().cancelled(e)) {
                    throw e;
                }
            }
        }

        private void close() {
            var open = statement;
            if (open == null) {
                return;
            }
            try {
                boolean stopped = rows != null && !finished && stop();
                lease.tidy(link -> {
                    close(open, stopped);
                    link.cancelSent |= stopped;
                    LinkCare.settle(lease, link);
                });
            } catch (SQLException | RuntimeException _) {
                // the connection is not lent again
            }
        }
    }
}
