package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that was taken back is the next work's, whatever its former holder still does. */
class TakeBackTests {
    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, it -> {
            it.size = 1;
            it.holdLimit = Duration.ofMillis(600);
        });
        bench.work(() -> {
            bench.sql("create table item (id integer primary key, name varchar(50))")
                    .update();
        });
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void a_late_commit_does_not_touch_the_next_holder(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            var inNextTransaction = new CountDownLatch(1);
            var late = new CountDownLatch(1);
            var next = new FutureTask<>(() -> bench.work(() -> {
                assertThatThrownBy(() -> bench.database.atomic(() -> {
                            bench.sql("insert into item values (2, 'next')").update();
                            inNextTransaction.countDown();
                            late.await(5, TimeUnit.SECONDS);
                            throw new IllegalStateException("undo it");
                        }))
                        .hasMessage("undo it");
                return true;
            }));

            assertThatThrownBy(() -> bench.work(() -> bench.database.atomic(() -> {
                        bench.sql("insert into item values (1, 'late')").update();
                        Thread.startVirtualThread(next);
                        inNextTransaction.await(10, TimeUnit.SECONDS);
                    })))
                    .isInstanceOfSatisfying(
                            WorkCancelled.class, it -> assertThat(it.reason()).isEqualTo(Reason.HOLD_LIMIT))
                    .hasMessageContaining("pool.holdLimit");
            late.countDown();
            next.get(10, TimeUnit.SECONDS);

            assertThat(bench.count("select count(*) from item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_late_rollback_does_not_touch_the_next_holder(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            var inNextTransaction = new CountDownLatch(1);
            var late = new CountDownLatch(1);
            var next = new FutureTask<>(() -> bench.work(() -> bench.database.atomic(() -> {
                bench.sql("insert into item values (2, 'next')").update();
                inNextTransaction.countDown();
                return late.await(5, TimeUnit.SECONDS);
            })));

            assertThatThrownBy(() -> bench.work(() -> bench.database.atomic(() -> bench.database.atomic(() -> {
                        bench.sql("insert into item values (1, 'late')").update();
                        Thread.startVirtualThread(next);
                        inNextTransaction.await(10, TimeUnit.SECONDS);
                        throw new IllegalStateException("own failure");
                    }))))
                    .hasMessage("own failure");
            late.countDown();
            next.get(10, TimeUnit.SECONDS);

            assertThat(bench.count("select max(id) from item")).isEqualTo(2);
        }
    }
}
