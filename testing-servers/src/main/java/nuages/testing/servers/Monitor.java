package nuages.testing.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The one connection through which a test looks at its server as the administrator. Threads take turns. */
final class Monitor {
    private final String jdbcUrl;
    private @Nullable Connection connection; // guarded by this

    Monitor(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** Waits until the server answers; fails as soon as its process has ended, or after the limit. */
    void awaitAnswer(ServerProcess server, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                rows("select 1");
                return;
            } catch (IllegalStateException e) {
                if (!server.alive() || System.nanoTime() > end) {
                    throw new IllegalStateException("the server did not start: " + server.logTail(), e);
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    void run(String sql) {
        query(sql);
    }

    List<List<@Nullable String>> rows(String sql) {
        return query(sql);
    }

    int number(String sql) {
        String value = rows(sql).getFirst().getFirst();
        if (value == null) {
            throw new IllegalStateException("null from " + sql);
        }
        return Integer.parseInt(value);
    }

    synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // its server is already gone
            }
        }
    }

    private synchronized List<List<@Nullable String>> query(String sql) {
        try (Statement statement = connected().createStatement()) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet results = statement.getResultSet()) {
                    while (results.next()) {
                        rows.add(row(results));
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state == null || state.startsWith("08") || state.startsWith("57P")) {
                close();
            }
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private static List<@Nullable String> row(ResultSet results) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
            row.add(results.getString(column));
        }
        return row;
    }

    private synchronized Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = DriverManager.getConnection(jdbcUrl);
            connection = open;
        }
        return open;
    }
}
