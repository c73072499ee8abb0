package nuages.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Looks a row up by its primary key, each time with a connection lent for that. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // the harness sets the fields
public class SelectOne {
    private static final int TIMES = 20;

    /** The kind of database. */
    @Param({"postgresql", "mariadb", "sqlite"})
    public String database;

    /** The pool. */
    @Param({"nuages", "hikari", "agroal"})
    public String pool;

    private Peer peer;

    /** Opens the pool. */
    @Setup
    public void open() throws SQLException {
        peer = Microbenchmarks.peer(pool, database);
    }

    /** Closes the pool. */
    @TearDown
    public void close() {
        peer.close();
    }

    /** By one thread, twenty rows in one work. */
    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(TIMES)
    public void oneThread(Blackhole hole) throws SQLException {
        peer.work(() -> {
            for (int i = 0; i < TIMES; i++) {
                hole.consume(peer.select(ThreadLocalRandom.current().nextLong(1, 1001)));
            }
        });
    }
}
