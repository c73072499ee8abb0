package nuages.data.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 12 and newer, spoken to by pgjdbc, directly or through PgBouncer. Immutable; threads share it. */
public final class Postgres implements Dialect {
    /**
     * The check interval makes the server end what a lost client had asked for (PostgreSQL 14 and newer). Both are set by
     * one statement: pgjdbc sends the JVM's time zone at start-up, which wins over one in {@code options}; and an unknown
     * start-up parameter would refuse the connection.
     */
    private static final String GREETING = """
        select set_config('TimeZone', 'UTC', false), \
        case when current_setting('client_connection_check_interval', true) = '0' and version() like '%linux%' \
        then set_config('client_connection_check_interval', '250', false) end\
        """;

    private final boolean identified;
    private final boolean sharesSessions;

    private Postgres(boolean identified, boolean sharesSessions) {
        this.identified = identified;
        this.sharesSessions = sharesSessions;
    }

    /** One server, without a pooler in between. */
    public static Postgres direct() {
        return new Postgres(true, false);
    }

    /** Several hosts, or a pooler that keeps a session for each of its clients. */
    public static Postgres unidentified() {
        return new Postgres(false, false);
    }

    /** PgBouncer in transaction mode: each transaction may run in another session. */
    public static Postgres pooledTransactions() {
        return new Postgres(false, true);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public DatabaseException translate(SQLException failure, String sql) {
        return PostgresErrors.translate(failure, sql);
    }

    @Override
    public boolean broken(SQLException failure) {
        return PostgresErrors.broken(failure);
    }

    @Override
    public boolean cancelled(SQLException failure) {
        return PostgresErrors.cancelled(failure);
    }

    @Override
    public boolean hopeless(SQLException failure) {
        return PostgresErrors.hopeless(failure);
    }

    /** Behind a transaction pooler only the time zone: PgBouncer gives it to each session that this client gets. */
    @Override
    public List<String> greeting() {
        return List.of(sharesSessions ? "set timezone to 'UTC'" : GREETING);
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
        return identified ? Optional.of("select pg_backend_pid()") : Optional.empty();
    }

    @Override
    public Optional<String> alive(List<Long> ids, Duration lostFor) {
        return Optional.of("select pid from pg_stat_activity where " + lost(ids, lostFor));
    }

    @Override
    public List<String> end(List<Long> ids, Duration lostFor) {
        return List.of("select pg_terminate_backend(pid) from pg_stat_activity where " + lost(ids, lostFor));
    }

    private static String lost(List<Long> ids, Duration lostFor) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "pid in (" + (list.isEmpty() ? "null" : list) + ") and backend_start < clock_timestamp() - interval '"
                + lostFor.toMillis() + " milliseconds'";
    }

    @Override
    public Optional<String> stop(long id) {
        return Optional.empty();
    }

    @Override
    public boolean gone(SQLException failure) {
        return false;
    }

    @Override
    public Duration lingers() {
        return Duration.ZERO;
    }

    @Override
    public boolean beginsLazily() {
        return true;
    }

    @Override
    public List<String> transaction(Optional<Isolation> isolation, boolean readOnly) {
        if (isolation.isEmpty() && !readOnly) {
            return List.of();
        }
        String level = isolation.map(it -> " isolation level " + it.sql()).orElse("");
        return List.of("set transaction" + level + (readOnly ? " read only" : ""));
    }

    /** {@code DISCARD ALL} takes back what the greeting set, and cannot be run within a transaction. */
    @Override
    public List<String> reset() {
        if (!sharesSessions) {
            return List.of("discard all", GREETING);
        }
        return List.of(
                "set session authorization default",
                "reset all",
                "set timezone to 'UTC'",
                "deallocate all",
                "close all",
                "unlisten *",
                "select pg_advisory_unlock_all()",
                "discard temp",
                "discard sequences");
    }

    @Override
    public boolean sharesSessions() {
        return sharesSessions;
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
        return true;
    }

    @Override
    public Effect effect(String sql) {
        return EffectScan.of(sql, Lexis.POSTGRES);
    }

    @Override
    public boolean controlsTransactions(String sql) {
        return ControlScan.of(sql, Lexis.POSTGRES);
    }

    @Override
    public int parameters(String sql) {
        return SqlScanner.parameters(sql, Lexis.POSTGRES);
    }

    /** Question marks are operators of JSON here. */
    @Override
    public String withoutParameters(String sql) {
        return SqlScanner.doubled(sql, Lexis.POSTGRES);
    }

    @Override
    public Optional<ColumnReader> reader(Class<?> type) {
        return Optional.ofNullable(PostgresValues.READERS.get(PlainValues.boxed(type)));
    }

    @Override
    public boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        return PostgresValues.bind(statement, index, value);
    }
}
