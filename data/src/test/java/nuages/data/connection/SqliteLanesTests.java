package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;

class SqliteLanesTests {
    private static final Duration TICK = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofMillis(50);

    /** What other programs do to this machine meanwhile counts for nothing: the best of a few rounds does. */
    @Test
    void heavy_queries_do_not_hold_up_an_unrelated_virtual_thread() throws Exception {
        var worst = delays().getLast();
        for (int round = 1; round < 5 && worst.compareTo(LIMIT) >= 0; round++) {
            var again = delays().getLast();
            worst = again.compareTo(worst) < 0 ? again : worst;
        }

        assertThat(worst).isLessThan(LIMIT);
    }

    /** How much later than it asked to a virtual thread runs, from the least to the most. */
    private static List<Duration> delays() throws Exception {
        try (var bench = new Bench(Kind.SQLITE, _ -> {});
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = new AtomicInteger(8);
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    bench.work(() -> bench.sql(Kind.SQLITE.sleep(0.3)).list(Long.class));
                    left.decrementAndGet();
                });
            }
            var seen = threads.submit(() -> {
                var delays = new ArrayList<Duration>();
                while (left.get() > 0) {
                    long asked = System.nanoTime();
                    LockSupport.parkNanos(TICK.toNanos());
                    delays.add(Duration.ofNanos(System.nanoTime() - asked).minus(TICK));
                }
                return delays;
            });

            var sorted = seen.get();
            Collections.sort(sorted);
            assertThat(sorted).hasSizeGreaterThan(20);
            return sorted;
        }
    }

    @Test
    void writers_have_their_turns_while_readers_are_busy() {
        try (var bench = new Bench(Kind.SQLITE, it -> it.waitLimit = Duration.ofSeconds(10))) {
            bench.work(() -> bench.sql("create table item (id integer primary key, writer integer)")
                    .update());
            var stop = new AtomicBoolean();
            var written = new AtomicInteger[4];
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 4; i++) {
                    threads.execute(() -> bench.work(() -> {
                        while (!stop.get()) {
                            bench.sql(Kind.SQLITE.sleep(0.02)).list(Long.class);
                        }
                    }));
                }
                for (int i = 0; i < 4; i++) {
                    var count = new AtomicInteger();
                    int writer = i;
                    written[i] = count;
                    threads.execute(() -> bench.work(() -> {
                        while (!stop.get()) {
                            bench.sql("insert into item (writer) values (?)", writer)
                                    .update();
                            count.incrementAndGet();
                        }
                    }));
                }
                Pause.of(Duration.ofSeconds(2));
                stop.set(true);
            }

            assertThat(written).allMatch(it -> it.get() > 10);
            int most = Collections.max(counts(written));
            int least = Collections.min(counts(written));
            assertThat(most - least).as("turns are taken in order").isLessThanOrEqualTo(Math.max(5, most / 10));
        }
    }

    private static List<Integer> counts(AtomicInteger[] of) {
        var counts = new ArrayList<Integer>();
        for (var it : of) {
            counts.add(it.get());
        }
        return counts;
    }
}
