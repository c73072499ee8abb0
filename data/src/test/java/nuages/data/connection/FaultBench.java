package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nuages.testing.servers.Fault;
import nuages.testing.servers.FaultPlan;
import nuages.testing.servers.Kind;

/** A pool whose driver fails as planned, and a second one on the same database that sees what was done. */
final class FaultBench implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMillis(250);

    /** The deadline, the longest hold, the grace of a commit, and some time to run on a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final FaultPlan plan = new FaultPlan();
    private final Bench witness;
    private final Database database;
    private int rounds;
    private int strikes;

    FaultBench(Kind kind) {
        this(kind, Duration.ofSeconds(30));
    }

    FaultBench(Kind kind, Duration holdLimit) {
        this.witness = new Bench(kind, it -> it.size = 2);
        witness.work(() -> {
            witness.sql("create table item (id integer primary key, name varchar(50))")
                    .update();
            witness.sql("insert into item values (?, 'new')").batch(List.of(List.of(1), List.of(2), List.of(3)));
        });
        this.database = Faulty.database(witness.url, plan, it -> {
            it.size = kind == Kind.SQLITE ? 2 : 1;
            it.connectTimeout = Duration.ofMillis(400);
            it.holdLimit = holdLimit;
        });
    }

    /** How many calls an operation makes, the opening of a connection apart. */
    int calls(FaultyOperation operation) throws Exception {
        run(operation, Duration.ofSeconds(20));
        plan.watch();
        run(operation, Duration.ofSeconds(20));
        return plan.calls().size();
    }

    /** How many calls an operation makes if a connection must be opened first. */
    int coldCalls(FaultyOperation operation) throws Exception {
        cool();
        plan.watch();
        run(operation, Duration.ofSeconds(20));
        return plan.calls().size();
    }

    /** The n-th call of an operation goes wrong, with a connection to be opened first or not. */
    void round(FaultyOperation operation, int n, Fault fault, boolean cold) {
        if (cold) {
            cool();
        }
        plan.failAt(n, fault);
        long began = System.nanoTime();
        try {
            run(operation, DEADLINE);
        } catch (Throwable _) {
            // whether and how it fails depends on the call; that it leaves nothing behind does not
        }
        assertThat(database.snapshot().leased())
                .as("%s, call %s %s: %s", operation, n, plan.calls(), database.snapshot())
                .isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        strikes += plan.struck() ? 1 : 0;
        plan.watch();
        assertWorks(operation + ", call " + n);
    }

    private void run(FaultyOperation operation, Duration deadline) throws Exception {
        Work.of("planned", Databases.of(database)).deadline(deadline).run(() -> {
            operation.run(database);
        });
    }

    /** Closes what is idle. */
    private void cool() {
        for (var pool : List.of(database.pool(true), database.pool(false))) {
            pool.retire(_ -> true);
        }
        Bench.eventually(
                Duration.ofSeconds(5),
                () -> assertThat(database.snapshot().open()).isZero());
    }

    private void assertWorks(String after) {
        String name = "round " + ++rounds;
        Work.of("after", Databases.of(database)).run(() -> {
            database.sql("update item set name = ? where id = 1", name).update();
        });
        assertThat(witness.work(
                        () -> witness.sql("select name from item where id = 1").one(String.class)))
                .as(after)
                .isEqualTo(name);
        if (witness.kind != Kind.SQLITE) {
            assertThat(witness.kind.server().backends(witness.url)).isLessThanOrEqualTo(1 + 2 + 2);
        }
    }

    /** Some calls are made by the thread that closes a connection, later than the round lasts. */
    void assertOftenStruck() {
        assertThat(strikes).isGreaterThan(rounds / 10);
    }

    @Override
    public void close() {
        assertThat(database.snapshot().leased()).isZero();
        database.shutdown(Duration.ZERO);
        assertThat(database.snapshot().open()).isZero();
        witness.close();
    }
}
