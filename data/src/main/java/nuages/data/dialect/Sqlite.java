package nuages.data.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** SQLite 3.35 and newer, in this process, by xerial's driver. Immutable; threads share it. */
public final class Sqlite implements Dialect {
    private static final Sqlite EMBEDDED = new Sqlite();

    private Sqlite() {}

    /** A database in a file or in memory. */
    public static Sqlite embedded() {
        return EMBEDDED;
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public DatabaseException translate(SQLException failure, String sql) {
        return SqliteErrors.translate(failure, sql);
    }

    @Override
    public boolean broken(SQLException failure) {
        return SqliteErrors.broken(failure);
    }

    @Override
    public boolean cancelled(SQLException failure) {
        return SqliteErrors.cancelled(failure);
    }

    @Override
    public boolean hopeless(SQLException failure) {
        return SqliteErrors.hopeless(failure);
    }

    /** The driver sets what each connection needs: see the database's URL. */
    @Override
    public List<String> greeting() {
        return List.of();
    }

    @Override
    public List<String> readOnlyGreeting() {
        return List.of("pragma query_only = on");
    }

    @Override
    public String ping() {
        return "select 1";
    }

    @Override
    public Optional<String> identity() {
        return Optional.empty();
    }

    @Override
    public Optional<String> alive(List<Long> ids, Duration lostFor) {
        return Optional.empty();
    }

    @Override
    public List<String> end(List<Long> ids, Duration lostFor) {
        return List.of();
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
        return false;
    }

    /** SQLite is always serializable. A writer takes the write lock at once: upgrading a reader later would fail. */
    @Override
    public List<String> transaction(Optional<Isolation> isolation, boolean readOnly) {
        return List.of(readOnly ? "begin" : "begin immediate");
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
        return true;
    }

    @Override
    public boolean singleWriter() {
        return true;
    }

    @Override
    public boolean streamsInTransaction() {
        return false;
    }

    @Override
    public Optional<String> dangling() {
        return Optional.of("select c.\"table\", f.\"from\" from pragma_foreign_key_check c "
                + "join pragma_foreign_key_list(c.\"table\") f on f.id = c.fkid limit 1");
    }

    @Override
    public Effect effect(String sql) {
        return EffectScan.of(sql, Lexis.SQLITE);
    }

    @Override
    public boolean controlsTransactions(String sql) {
        return ControlScan.of(sql, Lexis.SQLITE);
    }

    @Override
    public int parameters(String sql) {
        return SqlScanner.parameters(sql, Lexis.SQLITE);
    }

    @Override
    public Optional<ColumnReader> reader(Class<?> type) {
        return Optional.ofNullable(SqliteValues.READERS.get(PlainValues.boxed(type)));
    }

    /** The driver would cut off what does not fit. */
    @Override
    public int readInt(ResultSet row, int column) throws SQLException {
        return Math.toIntExact(row.getLong(column));
    }

    @Override
    public boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        return SqliteValues.bind(statement, index, value);
    }
}
