package nuages.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nuages.benchmarks.models.Item;
import nuages.benchmarks.models.Item_;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Builds a typical query, three filters, a join, an order and a limit, and makes SQL and values of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // the harness sets the fields
public class QueryText {
    private static final int TIMES = 1000;

    private Database database;

    /** Names a database; nothing connects to it. */
    @Setup
    public void open() {
        database = Database.open("default", "postgresql://nobody@localhost:1/nothing");
    }

    /** Closes what was never opened. */
    @TearDown
    public void close() {
        database.shutdown(Duration.ZERO);
    }

    /** From the shapes that were written before. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void build(Blackhole hole) {
        Work.of("queries", Databases.of(database)).run(() -> {
            for (int i = 0; i < TIMES; i++) {
                hole.consume(Item.objects
                        .filter(
                                Item_.active.is(true),
                                Item_.price.gt((long) i),
                                Item_.owner().name.startsWith("A"))
                        .orderBy(Item_.price.desc())
                        .limit(20)
                        .toString());
            }
        });
    }
}
