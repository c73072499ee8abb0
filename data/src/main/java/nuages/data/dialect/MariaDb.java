package nuages.data.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** MariaDB 10.6 and newer and MySQL 8, spoken to by MariaDB Connector/J. Immutable; threads share it. */
public final class MariaDb implements Dialect {
    private static final int UNKNOWN_THREAD = 1094;

    private final boolean identified;

    private MariaDb(boolean identified) {
        this.identified = identified;
    }

    /** One server. */
    public static MariaDb direct() {
        return new MariaDb(true);
    }

    /** Several hosts, or a proxy: a connection's number does not tell the server it is on. */
    public static MariaDb unidentified() {
        return new MariaDb(false);
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public DatabaseException translate(SQLException failure, String sql) {
        return MariaDbErrors.translate(failure, sql);
    }

    @Override
    public boolean broken(SQLException failure) {
        return MariaDbErrors.broken(failure);
    }

    @Override
    public boolean cancelled(SQLException failure) {
        return MariaDbErrors.cancelled(failure);
    }

    @Override
    public boolean hopeless(SQLException failure) {
        return MariaDbErrors.hopeless(failure);
    }

    /** Time zone and isolation are part of the driver's own first statement: see the database's URL. */
    @Override
    public List<String> greeting() {
        return List.of();
    }

    @Override
    public List<String> readOnlyGreeting() {
        return List.of();
    }

    @Override
    public String ping() {
        return "select 1";
    }

    @Override
    public Optional<String> identity() {
        return identified ? Optional.of("select connection_id()") : Optional.empty();
    }

    /**
     * The server counts its connections from 1 when it starts, so a number from before its start is nobody's. The two
     * comments choose where MariaDB and where MySQL keep the time since then.
     */
    @Override
    public Optional<String> alive(List<Long> ids, Duration lostFor) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of("select id from information_schema.processlist where id in ("
                + (list.isEmpty() ? "null" : list)
                + ") and (select variable_value + 0 from /*M! information_schema */ /*!50701 performance_schema */"
                + " .global_status where variable_name = 'Uptime') >= "
                + (lostFor.toMillis() + 999) / 1000);
    }

    @Override
    public List<String> end(List<Long> ids, Duration lostFor) {
        return ids.stream().map(id -> "kill connection " + id).toList();
    }

    @Override
    public Optional<String> stop(long id) {
        return id == 0 ? Optional.empty() : Optional.of("kill query " + id);
    }

    @Override
    public boolean gone(SQLException failure) {
        return failure.getErrorCode() == UNKNOWN_THREAD;
    }

    /** The socket is closed before the thread takes itself off the list. */
    @Override
    public Duration lingers() {
        return Duration.ofMillis(20);
    }

    @Override
    public boolean beginsLazily() {
        return false;
    }

    /** {@code SET TRANSACTION} without {@code SESSION} is for the next transaction only. */
    @Override
    public List<String> transaction(Optional<Isolation> isolation, boolean readOnly) {
        var statements = new ArrayList<String>(2);
        isolation.ifPresent(it -> statements.add("set transaction isolation level " + it.sql()));
        statements.add(readOnly ? "start transaction read only" : "start transaction");
        return List.copyOf(statements);
    }

    @Override
    public List<String> reset() {
        return List.of();
    }

    @Override
    public boolean sharesSessions() {
        return false;
    }

    @Override
    public boolean platformThreads() {
        return false;
    }

    @Override
    public boolean singleWriter() {
        return false;
    }

    @Override
    public boolean streamsInTransaction() {
        return false;
    }

    @Override
    public Effect effect(String sql) {
        return EffectScan.of(sql, Lexis.MARIADB);
    }

    @Override
    public boolean controlsTransactions(String sql) {
        return ControlScan.of(sql, Lexis.MARIADB);
    }

    @Override
    public int parameters(String sql) {
        return SqlScanner.parameters(sql, Lexis.MARIADB);
    }

    @Override
    public Optional<ColumnReader> reader(Class<?> type) {
        return Optional.ofNullable(MariaDbValues.READERS.get(PlainValues.boxed(type)));
    }

    @Override
    public boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        return MariaDbValues.bind(statement, index, value);
    }
}
