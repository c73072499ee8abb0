package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamTests {
    private static final int ROWS = 200_000;

    /** As many rows as asked for, of half a kilobyte each. */
    private static String rows(Kind kind, int count) {
        return switch (kind) {
            case POSTGRESQL -> "select repeat('x', 500) as text from (select generate_series(1, " + count + ")) n";
            case MARIADB -> "select repeat('x', 500) as text from seq_1_to_" + count;
            case SQLITE ->
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + count
                        + ") select hex(zeroblob(250)) as text from n";
        };
    }

    private static long usedMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    @ParameterizedTest
    @EnumSource
    void a_long_result_is_never_held_as_a_whole(Kind kind) {
        try (var bench = new Bench(kind, _ -> {})) {
            var seen = new AtomicLong();
            var most = new AtomicLong();
            long before = usedMegabytes();
            bench.work(() -> bench.sql(rows(kind, ROWS)).forEach(String.class, _ -> {
                if (seen.incrementAndGet() % 50_000 == 0) {
                    most.accumulateAndGet(usedMegabytes(), Math::max);
                }
            }));

            assertThat(seen).hasValue(ROWS);
            assertThat(most.get() - before)
                    .as("megabytes, where the whole result has 100")
                    .isLessThan(40);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_of_a_stream_is_not_read(Kind kind) {
        try (var bench = new Bench(kind, it -> it.size = 1)) {
            long began = System.nanoTime();
            bench.work(() -> bench.database.atomic(() -> {
                assertThatThrownBy(() -> bench.sql(rows(kind, 50_000_000)).forEach(String.class, _ -> {
                            throw new IllegalStateException("enough");
                        }))
                        .hasMessage("enough");

                assertThat(bench.sql("select 1").one(Long.class)).isOne();
                assertThat(bench.sql("select 2").one(Long.class)).isEqualTo(2);
            }));

            assertThat(bench.count("select 3")).isEqualTo(3);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
            assertThat(bench.database.snapshot().idle())
                    .as("the connection is kept")
                    .isOne();
        }
    }
}
