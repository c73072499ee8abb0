package nuages.server;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What a server counts about its requests. Threads share it. */
final class Meters {
    private static final Duration[] BUCKETS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer[] byClass = IntStream.rangeClosed(1, 5)
            .mapToObj(first -> Timer.builder("nuages.requests")
                    .description("Requests by class of status, and how long they took")
                    .tag("status", first + "xx")
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry))
            .toArray(Timer[]::new);

    PrometheusMeterRegistry registry() {
        return registry;
    }

    void request(int status, long nanos) {
        byClass[Math.clamp(status / 100, 1, 5) - 1].record(nanos, TimeUnit.NANOSECONDS);
    }
}
