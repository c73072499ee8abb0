package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.error.WorkCancelled.Reason;
import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.FaultProxy;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server itself never sees more connections than it may, whatever happens to those who use them. */
class HardCapTests {
    private static final int SIZE = 5;
    private static final int CONTROL = 2;
    private static final int THREADS = 16;
    private static final Duration CHAOS = Duration.ofSeconds(Integer.getInteger("nuages.chaos", 3));
    private static final Duration CALM = Duration.ofSeconds(15);

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /** Makes trouble for a thread or a network, again and again. */
    @FunctionalInterface
    private interface Trouble {
        void make(Random random, List<Worker> workers, FaultProxy proxy, DatabaseServer server) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void in_a_storm_of_interrupts(Kind kind) throws Exception {
        chaos(kind, (random, workers, _, _) -> {
            workers.get(random.nextInt(THREADS)).thread.interrupt();
            Pause.of(Duration.ofMillis(2));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void in_a_storm_of_cancels(Kind kind) throws Exception {
        chaos(kind, (random, workers, _, _) -> {
            var work = workers.get(random.nextInt(THREADS)).work;
            if (work != null) {
                work.cancel(Reason.CLIENT_LEFT);
            }
            Pause.of(Duration.ofMillis(1));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void while_the_network_cuts_and_delays(Kind kind) throws Exception {
        chaos(kind, (random, workers, proxy, _) -> {
            switch (random.nextInt(4)) {
                case 0 -> proxy.drop();
                case 1 -> proxy.cutAfter(random.nextInt(2_000));
                case 2 -> proxy.delay(Duration.ofMillis(random.nextInt(60)));
                default -> workers.get(random.nextInt(THREADS)).thread.interrupt();
            }
            Pause.of(Duration.ofMillis(50 + random.nextInt(150)));
            proxy.pass();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void while_the_network_swallows_everything_for_a_while(Kind kind) throws Exception {
        chaos(kind, (random, workers, proxy, _) -> {
            proxy.blackHole();
            for (int i = 0; i < 10; i++) {
                workers.get(random.nextInt(THREADS)).thread.interrupt();
                Pause.of(Duration.ofMillis(80));
            }
            proxy.pass();
            Pause.of(Duration.ofMillis(700));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void while_the_server_restarts(Kind kind) throws Exception {
        try (DatabaseServer own = kind == Kind.POSTGRESQL ? PostgresServer.start(30) : MariaDbServer.start(30)) {
            chaos(kind, own, (_, _, _, server) -> {
                Pause.of(Duration.ofMillis(500));
                server.stop(DatabaseServer.Stop.KILL);
                server.start();
                Pause.of(Duration.ofMillis(500));
            });
        }
    }

    private void chaos(Kind kind, Trouble trouble) throws Exception {
        chaos(kind, kind.server(), trouble);
    }

    private void chaos(Kind kind, DatabaseServer server, Trouble trouble) throws Exception {
        try (var proxy = FaultProxy.before(server);
                var census = new Census(server);
                var bench = new Bench(kind, proxy.url(server.newDatabase()), it -> {
                    it.size = SIZE;
                    it.controlSize = CONTROL;
                    it.connectTimeout = Duration.ofMillis(1_500);
                    it.holdLimit = Duration.ofSeconds(3);
                })) {
            bench.count("select 1");
            var workers = new ArrayList<Worker>();
            for (int i = 0; i < THREADS; i++) {
                workers.add(new Worker(bench, i));
            }
            var random = new Random(1);
            for (long end = System.nanoTime() + CHAOS.toNanos(); System.nanoTime() < end; ) {
                trouble.make(random, workers, proxy, server);
            }
            for (var worker : workers) {
                worker.stop();
            }
            Bench.eventually(CALM, () -> {
                bench.assertAtRest();
                assertThat(bench.database.snapshot().orphaned()).isZero();
                assertThat(bench.database.snapshot().closing()).isZero();
            });

            assertThat(bench.count("select 7")).isEqualTo(7);
            assertThat(answers.get()).as("works that ended well").isGreaterThan(20);
            assertThat(failures.get()).as("works that were hit").isPositive();
            census.assertNeverMoreThan(SIZE + CONTROL);
        }
    }

    /** Does one work after the other: quick ones, slow ones, and such as hold a transaction. */
    private final class Worker {
        private final Thread thread;
        private volatile boolean done;
        private volatile Work work;

        private Worker(Bench bench, int seed) {
            work = Work.of("not yet", bench.databases);
            thread = Thread.ofVirtual().start(() -> {
                var random = new Random(seed);
                while (!done) {
                    work = Work.of("worker " + seed, bench.databases).deadline(Duration.ofSeconds(2));
                    once(bench, random);
                }
            });
        }

        private void once(Bench bench, Random random) {
            try {
                double seconds = random.nextInt(8) == 0 ? 0.3 : 0.005;
                work.run(() -> {
                    bench.sql("select 1").one(Long.class);
                    if (random.nextBoolean()) {
                        bench.database.atomic(
                                () -> bench.sql(bench.kind.sleep(seconds)).list(Long.class));
                    } else {
                        bench.sql(bench.kind.sleep(seconds)).list(Long.class);
                    }
                });
                answers.incrementAndGet();
            } catch (Exception _) {
                failures.incrementAndGet();
                var _ = Thread.interrupted();
                Pause.of(Duration.ofMillis(5));
            }
        }

        private void stop() throws InterruptedException {
            done = true;
            assertThat(thread.join(CALM)).isTrue();
        }
    }
}
