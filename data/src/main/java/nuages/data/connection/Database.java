package nuages.data.connection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.error.DatabaseException;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import org.jspecify.annotations.Nullable;

/**
 * A database and its bounded pool of connections. Threads share it.
 *
 * <p>Outside of {@link #atomic(Block) atomic} each statement borrows a connection for itself alone; inside, the block
 * holds one. There is nothing to close, and nothing that could be forgotten.
 */
public final class Database {
    private final String alias;
    private final Target target;
    private final PoolSettings settings;
    private final Control control;
    /** For what writes; the only one but for databases with a single writer. */
    private final Pool writers;

    private final Pool readers;
    private final Map<Class<?>, Object> companions = new ConcurrentHashMap<>();

    Database(String alias, Target target, PoolSettings settings) {
        this.alias = alias;
        this.target = target;
        this.settings = settings;
        this.control = new Control(settings.controlSize(), !target.dialect().platformThreads());
        boolean split = target.dialect().singleWriter() && settings.size() > 1;
        this.writers = pool(split ? 1 : settings.size(), target);
        this.readers = split ? pool(settings.size() - 1, target.readOnly()) : writers;
    }

    private Pool pool(int size, Target of) {
        var sized = settings.with(it -> it.size = size);
        var pool = new Pool(alias, new Source(of, sized), sized, control);
        Reaper.watch(pool);
        return pool;
    }

    /**
     * A database by its URL: {@code sqlite:path}, {@code postgresql://user:password@host/name}, {@code mariadb://…},
     * {@code mysql://…} or a raw {@code jdbc:} URL. Pool settings in the URL win over those given. Opens no connection
     * yet.
     *
     * @throws nuages.data.error.SettingsException if the URL is wrong
     */
    public static Database open(String alias, String url, PoolSettings pool) {
        var parsed = DatabaseUrl.parse(url);
        var settings = parsed.pool(pool);
        return new Database(alias, Target.of(parsed, settings), settings);
    }

    /** A database by its URL, with the standard settings. */
    public static Database open(String alias, String url) {
        return open(alias, url, PoolSettings.standard());
    }

    /** Its name in the project. */
    public String alias() {
        return alias;
    }

    /** What kind of database it is. */
    public Dialect dialect() {
        return target.dialect();
    }

    /** How many connections there may be, and for how long. */
    public PoolSettings settings() {
        return settings;
    }

    /**
     * Runs a block in a transaction: it commits when the block returns and rolls back when it throws. Within another
     * transaction of this database and thread it is a savepoint.
     */
    public <R, X extends Exception> R atomic(Block<R, X> block) throws X {
        return atomic(Atomic.standard(), block);
    }

    /** Runs a block without a result in a transaction. */
    public <X extends Exception> void atomic(Action<X> action) throws X {
        this.<Boolean, X>atomic(() -> {
            action.run();
            return true;
        });
    }

    /**
     * Runs a block in a transaction of a certain kind.
     *
     * @throws IllegalStateException if the kind refuses to nest and there is a transaction already
     */
    public <R, X extends Exception> R atomic(Atomic options, Block<R, X> block) throws X {
        var strand = Strand.current();
        var open = Transaction.of(strand, this);
        if (open == null || (open.implicit && !options.readOnly() && writers != readers)) {
            return Transactions.run(this, options, false, block);
        }
        Transactions.refuse(options, open, strand);
        return open.nested(block);
    }

    /** Whether this thread is in a transaction of this database. */
    public boolean inAtomic() {
        var open = Transaction.of(Strand.current(), this);
        return open != null && !open.implicit;
    }

    /** Runs a callback once the outermost transaction has committed, or at once if there is none. */
    public void onCommit(Action<? extends RuntimeException> callback) {
        var open = Transaction.of(Strand.current(), this);
        if (open == null) {
            callback.run();
        } else {
            open.onCommit(callback);
        }
    }

    /** A statement with its parameters, each in the place of a question mark. Nothing is run yet. */
    public Sql sql(String sql, @Nullable Object... parameters) {
        return new Sql(this, sql, null, parameters);
    }

    /** A statement of which it is known what it does, and that it has as many question marks as there are parameters. */
    public Sql sql(String sql, Effect effect, @Nullable Object[] parameters) {
        return new Sql(this, sql, effect, parameters);
    }

    /** What a layer above keeps for this database, made when it is first asked for. */
    public <T> T companion(Class<T> type, Function<Database, T> make) {
        return type.cast(companions.computeIfAbsent(type, _ -> make.apply(this)));
    }

    /** Lends a connection for what a lambda does: the transaction's, or one for this call alone. */
    <R> R lend(Effect effect, Function<Lease, R> use) {
        var strand = Strand.current();
        if (effect != Effect.READ) {
            strand.work.writes(this);
        }
        var open = Transaction.of(strand, this);
        if (open != null && !(open.implicit && effect != Effect.READ && writers != readers)) {
            return use.apply(open.lease);
        }
        var lease = pool(effect != Effect.READ).lend(strand);
        try {
            return use.apply(lease);
        } finally {
            lease.release();
        }
    }

    Pool pool(boolean writes) {
        return writes ? writers : readers;
    }

    void retire(Collection<Link> used) {
        for (var pool : pools()) {
            if (pool.closesAfterWork()) {
                used.forEach(link -> link.retired = true);
                pool.retire(used::contains);
            }
        }
    }

    private List<Pool> pools() {
        return readers == writers ? List.of(writers) : List.of(writers, readers);
    }

    /**
     * Connections for libraries that want a data source, such as jOOQ, Jdbi and Flyway. What it lends belongs to the
     * current work and is taken back at its end; within {@code atomic} it takes part in the transaction.
     */
    public DataSource dataSource() {
        return new LeasedDataSource(this);
    }

    /** Who holds what, at this moment, without needing a connection. */
    public PoolSnapshot snapshot() {
        return readers == writers
                ? writers.snapshot()
                : Snapshots.sum(writers.snapshot(), readers.snapshot(), settings.size());
    }

    /** Whether connections can be had, as far as is known without asking for one. */
    public boolean ready() {
        return pools().stream().allMatch(Pool::ready);
    }

    /**
     * Opens a connection, or takes an idle one, and asks it something.
     *
     * @throws DatabaseException that says what is wrong, if that fails
     */
    public void check() {
        Work.of("check of database " + alias, Databases.of(this)).run(() -> {
            lend(Effect.WRITE, lease -> lease.call(dialect().ping(), () -> LinkCare.ping(lease.pool, lease.link())));
        });
    }

    /**
     * Lends no more, waits at most that long for what is lent, then takes it back and closes everything. Returns when
     * the server has let go of the connections, or a few seconds later.
     */
    public void shutdown(Duration grace) {
        Shutdown.of(pools(), grace);
    }

    @Override
    public String toString() {
        return alias + " (" + target.shown() + ")";
    }
}
