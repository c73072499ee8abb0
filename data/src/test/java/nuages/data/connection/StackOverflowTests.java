package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stack can be full anywhere, in the middle of the pool's own work too. */
class StackOverflowTests {
    /** A small stack is full soon. */
    private static final long STACK = 256 * 1024;

    /** From just below the end of the stack, in growing strides, to where everything fits; more steps find more places. */
    private static final int STEPS = Integer.getInteger("nuages.overflows", 150);

    private static final int DEEPEST = 2_200;

    private final AtomicInteger overflows = new AtomicInteger();
    private int reached;

    @ParameterizedTest
    @EnumSource
    void a_statement_at_any_depth_leaves_nothing_behind(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            sweep(bench, () -> bench.sql("insert into item values (1)").update());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_at_any_depth_leaves_nothing_behind(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            sweep(
                    bench,
                    () -> bench.database.atomic(() -> bench.database.atomic(
                            () -> bench.sql("insert into item values (1)").update())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void recursion_that_queries_at_every_depth_leaves_nothing_behind(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            for (int round = 0; round < 5; round++) {
                inThread(() -> bench.work(() -> {
                    for (int again = 0; again < 5; again++) {
                        overflowing(() -> query(bench, 0));
                    }
                    assertThat(bench.sql("select 1").one(Long.class)).isEqualTo(1);
                }));
                assertThat(bench.database.snapshot().leased()).isZero();
            }
            assertThat(overflows.get()).isEqualTo(25);
        }
    }

    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, it -> it.size = 3);
        bench.work(() -> {
            bench.sql("create table item (id integer)").update();
        });
        return bench;
    }

    private void sweep(Bench bench, Runnable code) throws Exception {
        for (int step = 0; step < STEPS; step++) {
            int left = DEEPEST * step * step / (STEPS * STEPS);
            inThread(() -> bench.work(() -> {
                reached = 0;
                overflowing(() -> descend(Integer.MAX_VALUE, code));
                int most = reached;
                overflowing(() -> descend(most - left, code));
                assertThat(bench.sql("select 1").one(Long.class)).isEqualTo(1);
            }));
            assertThat(bench.database.snapshot().leased()).isZero();
        }
        assertThat(overflows.get()).isBetween(STEPS + 5, STEPS * 2 - 1);
    }

    private void inThread(Runnable code) throws InterruptedException {
        var failure = new Throwable[1];
        var thread = new Thread(null, code, "small stack", STACK);
        thread.setUncaughtExceptionHandler((_, e) -> failure[0] = e);
        thread.start();
        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        assertThat(failure[0]).isNull();
    }

    /** Runs code that deep; without end, it finds out how many calls fit. */
    private void descend(int depth, Runnable code) {
        reached++;
        if (depth <= 0) {
            code.run();
        } else {
            descend(depth - 1, code);
        }
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point of it
    private static void query(Bench bench, int depth) {
        if (depth % 10 == 0) {
            bench.sql("select 1").one(Long.class);
        }
        if (depth < Integer.MAX_VALUE) {
            query(bench, depth + 1);
        }
    }

    private void overflowing(Runnable code) {
        try {
            code.run();
        } catch (StackOverflowError _) {
            overflows.incrementAndGet();
        } catch (RuntimeException e) {
            assertThat(e).hasRootCauseInstanceOf(StackOverflowError.class);
            overflows.incrementAndGet();
        }
    }
}
