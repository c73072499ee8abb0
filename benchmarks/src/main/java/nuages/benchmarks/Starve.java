package nuages.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A thousand virtual threads take turns on ten connections: does each get its share, and how many turns are there? */
final class Starve {
    private static final int THREADS = 1000;
    private static final int CONNECTIONS = 10;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration TIME = Duration.ofSeconds(6);

    private Starve() {}

    static void run(Store store) throws Exception {
        Map<String, List<Turns>> results = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var pool : Peer.NAMES) {
                results.computeIfAbsent(pool, key -> new ArrayList<>()).add(round(pool, store));
            }
        }
        var medians = new LinkedHashMap<String, Turns>();
        results.forEach((pool, rounds) -> medians.put(pool, median(rounds)));
        IO.println(
                "%d virtual threads on %d connections to %s, each turn a statement of a millisecond; of %d rounds the middle one%n"
                        .formatted(THREADS, CONNECTIONS, store.kind(), ROUNDS));
        IO.println(table(medians));
    }

    private static Turns round(String pool, Store store) throws SQLException, InterruptedException {
        var sql = store.kind().sleep("0.001");
        try (var peer = Peer.open(pool, store.url(), CONNECTIONS)) {
            long from = System.nanoTime() + WARM_UP.toNanos();
            return Turns.take(THREADS, from, from + TIME.toNanos(), () -> peer.work(() -> peer.query(sql)));
        }
    }

    private static Turns median(List<Turns> rounds) {
        rounds.sort(Comparator.comparingDouble(Turns::perSecond));
        return rounds.get(rounds.size() / 2);
    }

    private static Table table(Map<String, Turns> pools) {
        double best =
                pools.values().stream().mapToDouble(Turns::perSecond).max().orElseThrow();
        var table = new Table(
                "pool",
                "turns/s",
                "to best",
                "p50 ms",
                "p99 ms",
                "longest ms",
                "ideal ms",
                "longest to ideal",
                "turns min / median / max",
                "failures");
        pools.forEach((pool, turns) -> {
            var waits = turns.waits();
            table.row(
                    pool,
                    Math.round(turns.perSecond()),
                    turns.perSecond() / best,
                    Math.round(waits.percentile(50)),
                    Math.round(waits.percentile(99)),
                    Math.round(waits.longest()),
                    Math.round(turns.longestIdealWait()),
                    waits.longest() / turns.longestIdealWait(),
                    turns.spread(),
                    turns.failures());
        });
        return table;
    }
}
