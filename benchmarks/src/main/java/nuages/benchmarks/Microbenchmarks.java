package nuages.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the measurements of single operations, each pool on the same databases, and compares them. */
final class Microbenchmarks {
    private static final String PROPERTY = "nuages.benchmarks.";

    private Microbenchmarks() {}

    /** A pool in the measuring process, to the database that {@link #run} has started. */
    static Peer peer(String pool, String database) throws SQLException {
        return Peer.open(pool, System.getProperty(PROPERTY + database), 10);
    }

    static int run(String pattern) throws RunnerException {
        var stores = new ArrayList<Store>();
        try {
            for (var kind : Store.Kind.values()) {
                var store = Store.start(kind);
                stores.add(store);
                Ours.fillTable(store.url());
            }
            var results = new Runner(options(pattern, stores).build()).run();
            IO.println(compared(results));
            IO.println(alone(results));
            return 0;
        } finally {
            stores.forEach(Store::close);
        }
    }

    /** Measured on virtual threads, which is what requests run on. */
    private static OptionsBuilder options(String pattern, List<Store> stores) {
        var arguments = new ArrayList<>(List.of("-Djmh.executor=VIRTUAL", "--enable-native-access=ALL-UNNAMED"));
        stores.forEach(store -> arguments.add("-D" + PROPERTY + store.kind() + "=" + store.url()));
        var options = new OptionsBuilder();
        options.include(pattern)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(arguments.toArray(String[]::new));
        return options;
    }

    private static Table compared(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> rows = new TreeMap<>();
        for (var result : results) {
            var parameters = result.getParams();
            if (!parameters.getParamsKeys().contains("pool")) {
                continue;
            }
            rows.computeIfAbsent(name(parameters) + " " + parameters.getParam("database"), key -> new TreeMap<>())
                    .put(parameters.getParam("pool"), result);
        }
        var table = new Table(
                "time of one operation", "nuages ns", "bytes", "hikari ns", "agroal ns", "to hikari", "to agroal");
        rows.forEach((name, pools) -> {
            if (pools.keySet().containsAll(Peer.NAMES)) {
                double ours = score(pools, "nuages");
                table.row(
                        name,
                        Math.round(ours),
                        bytes(result(pools, "nuages")),
                        Math.round(score(pools, "hikari")),
                        Math.round(score(pools, "agroal")),
                        ours / score(pools, "hikari"),
                        ours / score(pools, "agroal"));
            }
        });
        return table;
    }

    /** What no other pool is compared with. */
    private static Table alone(Collection<RunResult> results) {
        var table = new Table("what", "time of one operation", "unit", "bytes");
        for (var result : results) {
            var parameters = result.getParams();
            if (!parameters.getParamsKeys().contains("pool")) {
                var measured = result.getPrimaryResult();
                table.row(name(parameters), measured.getScore(), measured.getScoreUnit(), bytes(result));
            }
        }
        return table;
    }

    private static String name(BenchmarkParams of) {
        return of.getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
    }

    /** The median, which hardly moves when other programs take the processor for a while. */
    private static double score(Map<String, RunResult> pools, String pool) {
        return result(pools, pool).getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static RunResult result(Map<String, RunResult> pools, String pool) {
        return Objects.requireNonNull(pools.get(pool));
    }

    private static long bytes(RunResult result) {
        var measured = result.getSecondaryResults();
        for (var name : measured.keySet()) {
            if (name.endsWith("gc.alloc.rate.norm")) {
                return Math.round(measured.get(name).getScore());
            }
        }
        return 0;
    }
}
