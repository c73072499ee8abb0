package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import nuages.data.error.DatabaseUnavailable;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.FaultProxy;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens, the server never sees more connections than it was promised. */
@Timeout(60)
class CapTests {
    private static final int SIZE = 5;

    private static Bench bench(Kind kind, String url, Consumer<PoolSettings.Change> settings) {
        var bench = new Bench(kind, url, settings.andThen(it -> {
            it.size = SIZE;
            it.holdLimit = Duration.ofSeconds(5);
        }));
        bench.work(() -> {
            bench.sql("create table item (id integer primary key, n integer not null)")
                    .update();
            bench.database.atomic(() -> {
                for (int id = 0; id < 100; id++) {
                    bench.sql("insert into item values (?, 0)", id).update();
                }
            });
        });
        return bench;
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void interrupts_cancels_and_deadlines_add_no_connection(Kind kind) {
        var url = kind.newDatabase();
        try (var watch = new BackendWatch(kind.server(), url);
                var bench = bench(kind, url, _ -> {})) {
            var chaos = new Chaos(bench);

            chaos.run(30, Duration.ofSeconds(2), () -> {});

            assertRecovered(bench, url, kind.server(), watch, chaos);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_network_that_delays_cuts_and_drops_adds_no_connection(Kind kind) {
        var url = kind.newDatabase();
        try (var watch = new BackendWatch(kind.server(), url);
                var proxy = FaultProxy.before(kind.server());
                var bench = bench(kind, proxy.url(url), _ -> {})) {
            var chaos = new Chaos(bench);

            chaos.run(20, Duration.ofSeconds(2), () -> trouble(proxy, Duration.ofMillis(1900)));
            proxy.pass();

            assertRecovered(bench, url, kind.server(), watch, chaos);
        }
    }

    private static void trouble(FaultProxy proxy, Duration time) {
        var random = new SplittableRandom(7);
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(random.nextInt(40, 120)));
            switch (random.nextInt(4)) {
                case 0 -> proxy.delay(Duration.ofMillis(random.nextInt(1, 15)));
                case 1 -> proxy.drop();
                case 2 -> proxy.cutAfter(random.nextInt(1, 2000));
                default -> proxy.pass();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_network_that_swallows_everything_for_a_while_adds_no_connection(Kind kind) {
        var url = kind.newDatabase();
        try (var watch = new BackendWatch(kind.server(), url);
                var proxy = FaultProxy.before(kind.server());
                var bench = bench(kind, proxy.url(url), it -> it.connectTimeout = Duration.ofMillis(500))) {
            var chaos = new Chaos(bench);

            chaos.run(20, Duration.ofSeconds(3), () -> {
                for (int i = 0; i < 2; i++) {
                    Pause.of(Duration.ofMillis(500));
                    proxy.blackHole();
                    Pause.of(Duration.ofMillis(900));
                    proxy.pass();
                }
            });

            assertRecovered(bench, url, kind.server(), watch, chaos);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void connections_that_open_slowly_or_not_in_time_are_counted(Kind kind) {
        var url = kind.newDatabase();
        try (var watch = new BackendWatch(kind.server(), url);
                var proxy = FaultProxy.before(kind.server());
                var bench = bench(kind, proxy.url(url), it -> {
                    it.maxAge = Optional.of(Duration.ZERO);
                    it.connectTimeout = Duration.ofMillis(250);
                    it.waitLimit = Duration.ofMillis(500);
                })) {
            var chaos = new Chaos(bench);

            chaos.run(20, Duration.ofSeconds(2), () -> slow(proxy));
            proxy.pass();

            assertRecovered(bench, url, kind.server(), watch, chaos);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_reset_within_the_network_frees_no_place_while_the_server_still_works(Kind kind) {
        var url = kind.newDatabase();
        try (var watch = new BackendWatch(kind.server(), url);
                var proxy = FaultProxy.before(kind.server());
                var bench = new Bench(kind, proxy.url(url), it -> it.size = SIZE)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 2 * SIZE; i++) {
                    threads.execute(() -> sleepUnlessReset(bench));
                }
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().leased()).isEqualTo(SIZE));
                Pause.of(Duration.ofMillis(100));
                proxy.drop();
            }

            assertThat(watch.peak()).as("with one to look for the lost ones").isBetween(SIZE, SIZE + 1);
        }
    }

    private static void sleepUnlessReset(Bench bench) {
        try {
            bench.work(() -> bench.sql(bench.kind.sleep(0.9)).list(String.class));
        } catch (DatabaseUnavailable _) {
            // its connection was reset
        }
    }

    private static void slow(FaultProxy proxy) {
        for (int millis : new int[] {10, 150, 300, 40}) {
            proxy.delay(Duration.ofMillis(millis));
            Pause.of(Duration.ofMillis(500));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_restart_of_the_server_adds_no_connection(Kind kind) {
        var server = OwnServers.of(kind);
        var url = server.newDatabase();
        try (var watch = new BackendWatch(server, url);
                var bench = bench(kind, url, _ -> {})) {
            var chaos = new Chaos(bench);

            chaos.run(30, Duration.ofSeconds(2), () -> {
                Pause.of(Duration.ofMillis(500));
                server.restart();
            });

            assertRecovered(bench, url, server, watch, chaos);
        }
    }

    private static void assertRecovered(
            Bench bench, String url, DatabaseServer server, BackendWatch watch, Chaos chaos) {
        Bench.eventually(Duration.ofSeconds(5), () -> assertThat(answers(bench)).isTrue());
        Bench.eventually(Duration.ofSeconds(10), () -> {
            var now = bench.database.snapshot();
            assertThat(now.leased()).as("leases out: %s", now.leases()).isZero();
            assertThat(now.orphaned() + now.closing()).as("lost: %s", now).isZero();
            assertThat(now.control()).as("control connections").isZero();
            assertThat(inTransaction(bench.kind, server, url)).isZero();
        });
        assertThat(watch.looks()).isGreaterThan(20);
        assertThat(watch.peak())
                .as("connections the server saw at once")
                .isBetween(1, SIZE + bench.database.settings().controlSize());
        assertThat(chaos.succeeded.get()).isPositive();
        assertThat(chaos.failed.get()).isPositive();
    }

    private static boolean answers(Bench bench) {
        try {
            return bench.count("select count(*) from item") == 100;
        } catch (RuntimeException e) {
            throw new AssertionError("no recovery", e);
        }
    }

    private static int inTransaction(Kind kind, DatabaseServer server, String url) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        return server.adminRows(
                        kind == Kind.POSTGRESQL
                                ? "select pid from pg_stat_activity where state like 'idle in transaction%' and"
                                        + " datname = '"
                                        + name + "'"
                                : "select p.id from information_schema.innodb_trx t join"
                                        + " information_schema.processlist p on p.id = t.trx_mysql_thread_id where p.db"
                                        + " = '" + name + "'")
                .size();
    }
}
