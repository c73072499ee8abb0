package nuages.benchmarks.models;

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
import org.openjdk.jmh.infra.Blackhole;

/** Reads rows of PostgreSQL into objects, with each library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // the harness sets the fields
public class ReadModels {
    /** The address of a database whose table is filled. */
    static final String URL = "nuages.benchmarks.models.url";

    static final int ROWS = 10_000;
    private static final int TIMES = 100;

    /** The library. */
    @Param({"nuages", "jdbc", "hibernate", "jdbi", "jooq"})
    public String library;

    private Library open;

    /** Opens the library. */
    @Setup
    public void open() throws SQLException {
        open = Library.open(library, System.getProperty(URL));
    }

    /** Closes it. */
    @TearDown
    public void close() throws SQLException {
        open.close();
    }

    /** One row by its key, a hundred times on one connection. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void byKey(Blackhole hole) throws SQLException {
        open.run(() -> {
            for (int i = 0; i < TIMES; i++) {
                hole.consume(open.name(ThreadLocalRandom.current().nextLong(1, ROWS + 1)));
            }
        });
    }

    /** Ten thousand rows of eight columns. */
    @Benchmark
    public void list(Blackhole hole) throws SQLException {
        open.run(() -> hole.consume(open.all()));
    }
}
