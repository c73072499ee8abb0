package nuages.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.PoolSnapshot;

/** What a server counts about itself and its databases. Threads share it. */
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

    /** Guarded by this. */
    private final List<Meter> pools = new ArrayList<>();

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** A request was answered with that status. */
    void request(int status, long nanos) {
        byClass[Math.clamp(status / 100, 1, 5) - 1].record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Adds what is only looked at when somebody asks. */
    void bind(Requests requests, Databases databases) {
        var connections = requests.connections();
        Gauge.builder("nuages.requests.in.flight", requests, Requests::count).register(registry);
        Gauge.builder("nuages.connections", connections, Connections::count).register(registry);
        FunctionCounter.builder("nuages.connections.refused", connections, Connections::refused)
                .register(registry);
        bind(databases);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Counts these databases, and those no more that it counted before. */
    synchronized void bind(Databases databases) {
        pools.forEach(registry::remove);
        pools.clear();
        databases.all().forEach(this::bind);
    }

    private void bind(Database database) {
        gauge(database, "size", PoolSnapshot::size);
        gauge(database, "open", PoolSnapshot::open);
        gauge(database, "leased", PoolSnapshot::leased);
        gauge(database, "idle", PoolSnapshot::idle);
        gauge(database, "connecting", PoolSnapshot::connecting);
        gauge(database, "closing", PoolSnapshot::closing);
        gauge(database, "orphaned", PoolSnapshot::orphaned);
        gauge(database, "waiting", PoolSnapshot::waiting);
        counter(database, "shed", PoolSnapshot::shed);
        counter(database, "timeouts", PoolSnapshot::timeouts);
    }

    private void gauge(Database database, String name, ToDoubleFunction<PoolSnapshot> value) {
        pools.add(Gauge.builder("nuages.pool." + name, database, it -> value.applyAsDouble(it.snapshot()))
                .tag("database", database.alias())
                .register(registry));
    }

    private void counter(Database database, String name, ToDoubleFunction<PoolSnapshot> value) {
        pools.add(FunctionCounter.builder("nuages.pool." + name, database, it -> value.applyAsDouble(it.snapshot()))
                .tag("database", database.alias())
                .register(registry));
    }
}
