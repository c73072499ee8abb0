package nuages.benchmarks;

import java.sql.SQLException;
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

/** Lends a connection and takes it back, without using it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // the harness sets the fields
public class LendAndReturn {
    private static final int TIMES = 1000;

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

    /** By one thread. */
    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(TIMES)
    public void oneThread() throws SQLException {
        lendAndReturn();
    }

    /** By two threads at the same time. */
    @Benchmark
    @Threads(2)
    @OperationsPerInvocation(TIMES)
    public void twoThreads() throws SQLException {
        lendAndReturn();
    }

    /** By one thread, each time in a work of its own. */
    @Benchmark
    @Threads(1)
    public void inWorkOfItsOwn() throws SQLException {
        peer.work(peer::lend);
    }

    private void lendAndReturn() throws SQLException {
        peer.work(() -> {
            for (int i = 0; i < TIMES; i++) {
                peer.lend();
            }
        });
    }
}
