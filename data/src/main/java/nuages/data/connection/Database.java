package nuages.data.connection;

import java.time.Duration;

/** A database and its bounded pool of connections. Threads share it. */
public final class Database {
    private final String alias;

    private Database(String alias) {
        this.alias = alias;
    }

    /**
     * A database by its URL: {@code sqlite:path}, {@code postgresql://user:password@host/name}, {@code mariadb://…},
     * {@code mysql://…} or a raw {@code jdbc:} URL. Opens no connection yet.
     */
    public static Database open(String alias, String url, PoolSettings pool) {
        return new Database(alias);
    }

    /** Its name in the project. */
    public String alias() {
        return alias;
    }

    /** Runs a block in a transaction. */
    public <R, X extends Exception> R atomic(Block<R, X> block) throws X {
        return block.run();
    }

    /** Runs a block without a result in a transaction. */
    public <X extends Exception> void atomic(Action<X> block) throws X {
        block.run();
    }

    /** A statement with its parameters, in the place of question marks. */
    public Sql sql(String sql, Object... parameters) {
        throw new UnsupportedOperationException();
    }

    /** Who holds what, without needing a connection. */
    public PoolSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /** Whether connections can be had, as far as is known without asking for one. */
    public boolean ready() {
        return true;
    }

    /** Opens and tries one connection, and throws an exception that says what is wrong if that fails. */
    public void check() {}

    /** Lends no more, waits for what is lent at most that long, then takes it back and closes everything. */
    public void shutdown(Duration grace) {}
}
