package nuages.data.connection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.dialect.MariaDb;
import nuages.data.error.DatabaseException;
import nuages.data.error.MultipleRows;
import nuages.data.error.RowNotFound;
import nuages.data.row.Parameters;
import nuages.data.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters, about to be run. It may be run several times, each time on a connection lent for
 * that alone, or on the transaction's.
 *
 * <p>Rows become records, by the names of their components ({@code publishedAt} is column {@code published_at}), or
 * single values such as {@code Long} and {@code String}.
 */
public final class Sql {
    /** How many rows of a stream are held at a time. */
    public static final int FETCH = 500;

    private static final Preparing PLAIN = (link, sql) -> link.jdbc.prepareStatement(sql);
    private static final Preparing WITH_KEYS =
            (link, sql) -> link.jdbc.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);

    private final Database database;
    private final String text;
    private final @Nullable Object[] parameters;
    /** What it does, if that was found out before. */
    private final @Nullable Effect known;

    Sql(Database database, String text, @Nullable Effect known, @Nullable Object[] parameters) {
        this.database = database;
        this.text = text;
        this.known = known;
        this.parameters = parameters;
    }

    /** Makes something of a result, which is closed afterwards. */
    @FunctionalInterface
    public interface Reading<R> {
        /** Reads as many of its rows as it likes. */
        R read(ResultSet rows) throws SQLException;
    }

    /** Lends the result to a lambda that reads its rows. */
    public <R> R read(Reading<R> reading) {
        return run(statement -> {
            try (var rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        });
    }

    /** All rows. */
    public <T> List<T> list(Class<T> type) {
        return read(rows -> {
            var reader = RowReader.of(type, database.dialect(), rows);
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        });
    }

    /**
     * The only row.
     *
     * @throws RowNotFound if there is none
     * @throws MultipleRows if there are more
     */
    public <T> T one(Class<T> type) {
        return optional(type)
                .orElseThrow(() -> new RowNotFound(
                        "no row was found, where one was expected: " + Culprits.shorten(text)
                                + "\nuse optional() where there may be none.",
                        null));
    }

    /**
     * The only row, if there is one and its value is not null.
     *
     * @throws MultipleRows if there are more
     */
    public <T> Optional<T> optional(Class<T> type) {
        var rows = list(type);
        if (rows.size() > 1) {
            throw new MultipleRows(
                    rows.size() + " rows were found, where at most one was expected: " + Culprits.shorten(text)
                            + "\nnarrow the condition, or use list().",
                    null);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }

    /**
     * Hands each row over as it arrives, holding a bounded number of them. The rows are read in one transaction, which
     * what the consumer does with the same database is a part of (on SQLite, where readers cannot write, what it writes
     * outside of {@code atomic} is its own).
     */
    public <T> void forEach(Class<T> type, Consumer<? super T> each) {
        Streams.<T>forEach(
                database,
                this,
                rows -> {
                    var reader = RowReader.of(type, database.dialect(), rows);
                    return reader::read;
                },
                each);
    }

    /** As {@link #forEach(Class, Consumer)}, with each row read by a lambda, which leaves the result where it is. */
    public <T> void forEachRow(Reading<T> row, Consumer<? super T> each) {
        Streams.<T>forEach(database, this, _ -> row, each);
    }

    /**
     * Runs an insert of one row.
     *
     * @return the key that the database gave it
     * @throws DatabaseException if it gave none
     */
    public long insertedKey() {
        return run(1, WITH_KEYS, statement -> {
            bind(statement);
            statement.executeLargeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                if (keys.next()) {
                    return keys.getLong(1);
                }
            }
            throw new DatabaseException(
                    "the database gave no key to what was inserted by: " + Culprits.shorten(text)
                            + "\nset the key yourself, or let the column have one by itself.",
                    null);
        });
    }

    /**
     * Runs a statement that changes rows, and reads what it answers with: the columns it returns, or the keys that the
     * database gave, where it returns no columns. The rest of the answer is read to its end, since SQLite checks the
     * references of the rows only then.
     */
    public <R> R changed(Reading<R> reading) {
        return run(1, database.dialect() instanceof MariaDb ? WITH_KEYS : PLAIN, statement -> {
            bind(statement);
            return changed(statement, reading);
        });
    }

    private static <R> R changed(PreparedStatement statement, Reading<R> reading) throws SQLException {
        boolean returns = statement.execute();
        try (var rows = returns ? statement.getResultSet() : statement.getGeneratedKeys()) {
            R read = reading.read(rows);
            boolean more = true;
            while (more) {
                more = rows.next();
            }
            return read;
        }
    }

    /** Reads what one of many runs answered. */
    @FunctionalInterface
    public interface Answer {
        /** Reads it; runs are counted from 0. */
        void read(int run, ResultSet rows) throws SQLException;
    }

    /**
     * Runs a statement that changes rows once for each list of parameters, prepared once for all, and reads what each run
     * answers with, as {@link #changed} does. A transaction around it makes the runs one.
     */
    public void changedEach(List<@Nullable Object[]> runs, Answer answer) {
        run(runs.size(), Link::prepareToRepeat, statement -> {
            for (int i = 0; i < runs.size(); i++) {
                int run = i;
                bind(statement, runs.get(i));
                changed(statement, rows -> {
                    answer.read(run, rows);
                    return true;
                });
            }
            return true;
        });
    }

    /** Runs a statement once for each list of parameters, prepared once for all; see {@link #changedEach}. */
    public void updateEach(List<@Nullable Object[]> runs) {
        run(runs.size(), Link::prepareToRepeat, statement -> {
            for (var values : runs) {
                bind(statement, values);
                statement.executeLargeUpdate();
            }
            return true;
        });
    }

    /** Runs it; the number of rows it changed. */
    public long update() {
        return run(PreparedStatement::executeLargeUpdate);
    }

    /** Runs it once for each list of parameters, in one transaction; the number of rows each changed. */
    public long[] batch(List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return new long[0];
        }
        return database.atomic(() -> run(1, PLAIN, statement -> {
            for (var row : rows) {
                bind(statement, row.toArray());
                statement.addBatch();
            }
            return statement.executeLargeBatch();
        }));
    }

    /** Runs a prepared statement. */
    @FunctionalInterface
    interface Run<R> {
        /** Runs it, and makes a result of what the driver answered. */
        R apply(PreparedStatement statement) throws SQLException;
    }

    /** Prepares a statement on a connection. */
    @FunctionalInterface
    private interface Preparing {
        PreparedStatement prepare(Link on, String sql) throws SQLException;
    }

    private <R> R run(Run<R> run) {
        return run(1, PLAIN, statement -> {
            bind(statement);
            return run.apply(statement);
        });
    }

    private <R> R run(int times, Preparing preparing, Run<R> run) {
        var effect = effect();
        var statements = Work.current().statements();
        for (int i = 0; i < times; i++) {
            statements.ran(text);
        }
        return SharedSession.concerns(database.dialect(), effect)
                ? SharedSession.within(database, text, () -> run(Effect.WRITE, preparing, run))
                : run(effect, preparing, run);
    }

    private <R> R run(Effect effect, Preparing preparing, Run<R> run) {
        return database.lend(
                effect,
                lease -> lease.call(text, () -> {
                    var link = lease.link();
                    link.touched |= effect == Effect.SESSION;
                    try (var statement = lease.holder.running(preparing.prepare(link, text))) {
                        return run.apply(statement);
                    }
                }));
    }

    Effect effect() {
        return known == null ? database.dialect().effect(text) : known;
    }

    void bind(PreparedStatement statement) throws SQLException {
        bind(statement, parameters);
    }

    private void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        if (known == null) {
            Parameters.bind(statement, database.dialect(), text, values);
        } else {
            Parameters.bindCounted(statement, database.dialect(), text, values);
        }
    }

    String text() {
        return text;
    }

    /** The statement and how many parameters it has; not their values, which may be secret. */
    @Override
    public String toString() {
        return text + " (" + parameters.length + " parameters)";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sql it
                && it.database == database
                && it.text.equals(text)
                && Arrays.equals(it.parameters, parameters);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
