package nuages.data.connection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.dialect.Dialect.Effect;
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
    static final int FETCH = 500;

    private final Database database;
    private final String text;
    private final @Nullable Object[] parameters;

    Sql(Database database, String text, @Nullable Object[] parameters) {
        this.database = database;
        this.text = text;
        this.parameters = parameters;
    }

    /** All rows. */
    public <T> List<T> list(Class<T> type) {
        return run(PreparedStatement::executeQuery, rows -> {
            try (rows) {
                var reader = RowReader.of(type, database.dialect(), rows);
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
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
        Streams.forEach(database, this, type, each);
    }

    /** Runs it; the number of rows it changed. */
    public long update() {
        return run(PreparedStatement::executeLargeUpdate, count -> count);
    }

    /** Runs it once for each list of parameters, in one transaction; the number of rows each changed. */
    public long[] batch(List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return new long[0];
        }
        return database.atomic(() -> run(
                statement -> {
                    for (var row : rows) {
                        Parameters.bind(statement, database.dialect(), text, row.toArray());
                        statement.addBatch();
                    }
                    return statement.executeLargeBatch();
                },
                counts -> counts,
                false));
    }

    /** Runs a prepared statement. */
    @FunctionalInterface
    interface Run<A> {
        /** Runs it. */
        A apply(PreparedStatement statement) throws SQLException;
    }

    /** Makes a result of what the driver answered. */
    @FunctionalInterface
    interface Finish<A, R> {
        /** Makes it. */
        R apply(A answer) throws SQLException;
    }

    private <A, R> R run(Run<A> run, Finish<A, R> finish) {
        return run(run, finish, true);
    }

    private <A, R> R run(Run<A> run, Finish<A, R> finish, boolean bind) {
        var effect = effect();
        return SharedSession.concerns(database.dialect(), effect)
                ? SharedSession.within(database, text, () -> run(Effect.WRITE, run, finish, bind))
                : run(effect, run, finish, bind);
    }

    private <A, R> R run(Effect effect, Run<A> run, Finish<A, R> finish, boolean bind) {
        return database.lend(
                effect,
                lease -> lease.call(text, () -> {
                    var link = lease.link();
                    link.touched |= effect == Effect.SESSION;
                    try (var statement = lease.holder.running(link.jdbc.prepareStatement(text))) {
                        if (bind) {
                            bind(statement);
                        }
                        return finish.apply(run.apply(statement));
                    }
                }));
    }

    Effect effect() {
        return database.dialect().effect(text);
    }

    void bind(PreparedStatement statement) throws SQLException {
        Parameters.bind(statement, database.dialect(), text, parameters);
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
