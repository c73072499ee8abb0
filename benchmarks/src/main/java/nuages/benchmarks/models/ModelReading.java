package nuages.benchmarks.models;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link ReadModels} and puts the libraries side by side. */
public final class ModelReading {
    private ModelReading() {}

    /** Fills the table of a database of PostgreSQL, and measures; a line for each operation and library. */
    public static String run(String url) throws RunnerException {
        Tools.fill(url, ReadModels.ROWS);
        var options = new OptionsBuilder()
                .include(ReadModels.class.getSimpleName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgsAppend("-D" + ReadModels.URL + "=" + url)
                .build();
        var text = new StringBuilder("medians in microseconds\n");
        for (var result : new Runner(options).run()) {
            var parameters = result.getParams();
            text.append(parameters.getBenchmark().replaceFirst(".*\\.", ""))
                    .append(' ')
                    .append(parameters.getParam("library"))
                    .append(": ")
                    .append(String.format(
                            "%.1f%n", result.getPrimaryResult().getStatistics().getPercentile(50)));
        }
        return text.toString();
    }
}
