package nuages.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nuages.data.settings.PoolSettings;
import nuages.server.ServerSettings;

/**
 * A variable of the environment that changes one of the framework's own settings.
 *
 * @param name its name
 * @param reader reads its text
 * @param change puts its value in the place of what the code said
 * @param <C> the settings in the making
 * @param <T> the type of its value
 */
record Variable<C, T>(String name, Reader<T> reader, BiConsumer<C, T> change) {
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Reader<Integer> COUNT = Reader.number(1, 10_000_000, 1000);

    /** Those of the pools of all databases; {@code CONN_…} are Django's names. */
    static final List<Variable<PoolSettings.Change, ?>> POOL = List.of(
            new Variable<>("NUAGES_POOL_SIZE", Reader.number(1, 10_000, 10), (it, value) -> it.size = value),
            time("NUAGES_POOL_WAIT", "5s", (it, value) -> it.waitLimit = value),
            timeOrNone("CONN_MAX_AGE", "600", (it, value) -> it.maxAge = value),
            new Variable<>("CONN_HEALTH_CHECKS", Reader.flag(), Variable::healthChecks),
            timeOrNone("NUAGES_POOL_MAX_AGE", "30m", (it, value) -> it.maxAge = value),
            time("NUAGES_POOL_HEALTH_CHECK", "1s", (it, value) -> it.healthCheck = value),
            timeOrNone("NUAGES_POOL_IDLE_TIMEOUT", "10m", (it, value) -> it.idleTimeout = value),
            time("NUAGES_POOL_HOLD_WARNING", "10s", (it, value) -> it.holdWarning = value),
            time("NUAGES_POOL_HOLD_LIMIT", "1m", (it, value) -> it.holdLimit = value),
            time("NUAGES_POOL_CONNECT_TIMEOUT", "5s", (it, value) -> it.connectTimeout = value),
            new Variable<>(
                    "NUAGES_POOL_CONTROL_SIZE", Reader.number(1, 1000, 2), (it, value) -> it.controlSize = value),
            timeOrNone("NUAGES_STATEMENT_TIMEOUT", "30s", (it, value) -> it.statementTimeout = value));

    /** Those of the server. */
    static final List<Variable<ServerSettings.Change, ?>> SERVER = List.of(
            new Variable<>("NUAGES_HOST", Reader.text("127.0.0.1"), (it, value) -> it.host = value),
            new Variable<>("NUAGES_PORT", Reader.port(8000), (it, value) -> it.port = value),
            time("NUAGES_REQUEST_DEADLINE", "30s", (it, value) -> it.requestDeadline = value),
            time("NUAGES_DRAIN_TIME", "10s", (it, value) -> it.drainTime = value),
            time("NUAGES_IDLE_TIME", "60s", (it, value) -> it.idleTime = value),
            time("NUAGES_HEADER_TIME", "10s", (it, value) -> it.headerTime = value),
            time("NUAGES_WRITE_STALL", "30s", (it, value) -> it.writeStall = value),
            new Variable<>("NUAGES_BODY_BYTES", Reader.bytes("32MB"), (it, value) -> it.bodyBytes = value),
            new Variable<>("NUAGES_CONNECTIONS", COUNT, (it, value) -> it.connections = value),
            new Variable<>("NUAGES_CONNECTIONS_PER_ADDRESS", COUNT, (it, value) -> it.connectionsPerAddress = value),
            new Variable<>("NUAGES_REQUESTS_IN_FLIGHT", COUNT, (it, value) -> it.requestsInFlight = value));

    /** Settings, changed by those variables that the environment has. */
    static <S, C> S apply(
            List<Variable<C, ?>> all, Environment environment, S settings, BiFunction<S, Consumer<C>, S> with) {
        var changed = settings;
        for (var variable : all) {
            changed = variable.applyTo(changed, environment, with);
        }
        return changed;
    }

    private <S> S applyTo(S settings, Environment environment, BiFunction<S, Consumer<C>, S> with) {
        var set = environment.get(name);
        if (set.isEmpty()) {
            return settings;
        }
        var source = set.get().source();
        return environment
                .read(new Setting(name, null, source), reader)
                .map(value -> environment
                        .problems()
                        .attempt(
                                name + " (" + source + ")",
                                settings,
                                it -> with.apply(it, to -> change.accept(to, value))))
                .orElse(settings);
    }

    /** On is what the pool does anyway; off never tries a connection before it is lent. */
    private static void healthChecks(PoolSettings.Change settings, boolean on) {
        if (!on) {
            settings.healthCheck = NEVER;
        }
    }

    private static <C> Variable<C, Duration> time(String name, String example, BiConsumer<C, Duration> change) {
        return new Variable<>(name, Reader.duration(example), change);
    }

    private static <C> Variable<C, Optional<Duration>> timeOrNone(
            String name, String example, BiConsumer<C, Optional<Duration>> change) {
        return new Variable<>(name, Reader.duration(example).orNone(), change);
    }
}
