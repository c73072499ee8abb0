package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import nuages.data.error.ConnectionTimeout;
import nuages.data.error.DatabaseException;
import nuages.data.error.DatabaseUnavailable;
import nuages.testing.servers.FaultProxy;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database to which no connection can be opened. */
@Timeout(60)
class UnreachableTests {
    private static final int SIZE = 5;

    private static Collection<RuntimeException> failuresOf(Bench bench, int works) {
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < works; i++) {
                threads.execute(() -> {
                    try {
                        bench.work(() -> bench.sql(bench.kind.sleep(0.01)).list(String.class));
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                });
            }
        }
        return new ArrayList<>(failures);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void while_connects_hang_nothing_spins_and_waiters_are_told(Kind kind) {
        try (var proxy = FaultProxy.before(kind.server());
                var bench = new Bench(kind, proxy.url(kind.newDatabase()), it -> {
                    it.size = SIZE;
                    it.connectTimeout = Duration.ofMillis(300);
                    it.waitLimit = Duration.ofSeconds(1);
                })) {
            proxy.blackHole();
            long began = System.nanoTime();

            var failures = failuresOf(bench, 20);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(failures)
                    .hasSize(20)
                    .allSatisfy(it -> assertThat(it)
                            .isInstanceOf(DatabaseUnavailable.class)
                            .hasMessageContaining("database \"default\" cannot be reached: ")
                            .hasMessageContaining("127.0.0.1:" + proxy.port()));
            assertThat(proxy.accepted()).as("attempts to connect").isLessThanOrEqualTo(SIZE);
            assertThat(bench.database.ready()).isFalse();

            proxy.pass();
            Bench.eventually(
                    Duration.ofSeconds(1),
                    () -> assertThat(bench.database.ready()).isTrue());
            assertThat(bench.count("select 1")).isOne();
        }
    }

    @Test
    void who_waits_in_vain_for_a_server_that_does_not_answer_yet_is_told_so() {
        try (var proxy = FaultProxy.before(Kind.POSTGRESQL.server());
                var bench = new Bench(Kind.POSTGRESQL, proxy.url(Kind.POSTGRESQL.newDatabase()), it -> {
                    it.size = SIZE;
                    it.waitLimit = Duration.ofMillis(300);
                })) {
            proxy.blackHole();

            assertThatThrownBy(() -> bench.count("select 1"))
                    .isInstanceOf(ConnectionTimeout.class)
                    .hasMessageMatching("(?s)no connection became free within 3\\d\\dms: 0 in use, 0 idle, 1 waiting"
                            + " \\(1 connecting, 0 closing, 0 lost and not yet ended by the server\\);"
                            + " this one was number 1\\.\n"
                            + "the database has not answered yet: see that it is up and can be reached from here\\.");
            proxy.pass();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_server_that_is_down_at_the_start_is_used_once_it_is_up(Kind kind) {
        try (var proxy = FaultProxy.before(kind.server());
                var bench = new Bench(kind, proxy.url(kind.newDatabase()), it -> {
                    it.size = SIZE;
                    it.waitLimit = Duration.ofMillis(500);
                })) {
            proxy.refuse();

            assertThat(failuresOf(bench, 10))
                    .hasSize(10)
                    .allSatisfy(it -> assertThat(it)
                            .isInstanceOf(DatabaseUnavailable.class)
                            .hasMessageContaining("127.0.0.1:" + proxy.port()));
            assertThat(bench.database.ready()).isFalse();

            proxy.pass();
            Bench.eventually(
                    Duration.ofSeconds(1),
                    () -> assertThat(bench.database.ready()).isTrue());
            assertThat(bench.count("select 1")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_wrong_password_is_told_at_once(Kind kind) {
        refusedAtOnce(kind, kind.newDatabase().replace(":nuages@", ":wrong@"), "nuages");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void an_unknown_database_is_told_at_once(Kind kind) {
        refusedAtOnce(kind, kind.newDatabase().replaceAll("/[^/]*$", "/test_nowhere"), "test_nowhere");
    }

    private static void refusedAtOnce(Kind kind, String url, String named) {
        try (var bench = new Bench(kind, url, it -> it.size = SIZE)) {
            long began = System.nanoTime();

            assertThatThrownBy(() -> bench.database.check())
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(named)
                    .hasMessageNotContaining("wrong@");
            assertThat(failuresOf(bench, 10)).hasSize(10);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(bench.database.ready()).isFalse();
        }
    }

    @Test
    void a_server_that_lets_few_in_serves_all_with_those() {
        var url = Kind.POSTGRESQL.newDatabase();
        var name = url.substring(url.lastIndexOf('/') + 1);
        Kind.POSTGRESQL.server().adminSql("alter database " + name + " connection limit 2");
        try (var bench = new Bench(Kind.POSTGRESQL, url, it -> it.size = SIZE)) {
            assertThat(failuresOf(bench, 100)).isEmpty();

            assertThat(bench.database.snapshot().idle()).isEqualTo(2);
            assertThat(bench.database.ready()).as("it works").isTrue();
        }
    }
}
