package nuages.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** That everything can be measured; the measurements themselves take minutes and are run by hand. */
final class BenchmarksTests {
    static final List<String> POOLS = Peer.NAMES;

    @ParameterizedTest
    @FieldSource("POOLS")
    void every_pool_does_what_is_measured(String pool) throws Exception {
        try (var store = Store.start(Store.Kind.SQLITE)) {
            Ours.fillTable(store.url());

            try (var peer = Peer.open(pool, store.url(), 2)) {
                peer.work(() -> {
                    assertThat(peer.lend()).isTrue();
                    assertThat(peer.select(7)).isEqualTo(new Peer.Thing(7, "thing 7", 700));
                    assertThat(peer.query("select 3")).isEqualTo(3);
                });
            }
        }
    }

    @Test
    void every_thread_takes_turns_and_none_is_forgotten() throws Exception {
        try (var store = Store.start(Store.Kind.SQLITE);
                var peer = Peer.open("nuages", store.url(), 2)) {
            long from = System.nanoTime();

            var turns = Turns.take(
                    20, from, from + Duration.ofMillis(300).toNanos(), () -> peer.work(() -> peer.query("select 1")));

            assertThat(turns.failures()).isZero();
            assertThat(turns.waits().count()).isGreaterThanOrEqualTo(20);
            assertThat(turns.perSecond()).isPositive();
            assertThat(turns.waits().longest() / turns.longestIdealWait()).isPositive();
        }
    }

    @Test
    void visitors_reach_the_counter_and_find_it_at_rest_afterwards() throws Exception {
        try (var store = Store.start(Store.Kind.SQLITE);
                var site = Counter.start(store.url())) {
            var wave = Wave.of(5, i -> () -> Visit.get(site.port(), "/atomic"));

            assertThat(wave.failures()).isZero();
            assertThat(wave.visits()).extracting(Visit::body).contains("counter is at: 5");
            assertThat(site.connections().path("leased").asInt(-1)).isZero();
        }
    }

    @Test
    void a_percentile_is_the_time_that_so_many_did_not_exceed() {
        var times = Times.ofNanos(LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000));

        assertThat(times.percentile(50)).isEqualTo(50);
        assertThat(times.percentile(99)).isEqualTo(99);
        assertThat(times.longest()).isEqualTo(100);
    }

    @Test
    void a_table_is_as_wide_as_what_is_in_it() {
        var table = new Table("pool", "turns");
        table.row("nuages", 7);
        table.row("other", 0.251);

        assertThat(table).hasToString("""
            | pool   | turns |
            |--------|------:|
            | nuages |     7 |
            | other  |  0.25 |
            """);
    }
}
