package nuages.data.settings;

import java.time.Duration;
import java.util.Optional;
import nuages.data.error.SettingsException;

/**
 * How many connections there may be, and for how long. Immutable.
 *
 * @param size the most connections the database server ever sees from this pool (1–10,000; default 10)
 * @param waitLimit the longest wait for a connection (default 5 s)
 * @param maxAge how old a connection may become: empty keeps it (the default), zero closes it at the end of the work
 *     that used it, anything else closes it after that time, give or take a tenth
 * @param healthCheck a connection that was idle for longer is tried before it is lent (default 1 s)
 * @param idleTimeout a connection that was idle for longer is closed (default 10 min; empty keeps it)
 * @param holdWarning a connection held for longer is reported (default 10 s)
 * @param holdLimit a connection held for longer is taken back: its statement is cancelled, its transaction rolled back
 *     and its holder fails (default 1 min)
 * @param statementTimeout a statement that runs longer is cancelled (default none)
 * @param connectTimeout the longest wait for the server to accept a connection (default 5 s)
 * @param controlSize the most short connections beside the pool's that cancel statements and end lost ones (default 2)
 */
public record PoolSettings(
        int size,
        Duration waitLimit,
        Optional<Duration> maxAge,
        Duration healthCheck,
        Optional<Duration> idleTimeout,
        Duration holdWarning,
        Duration holdLimit,
        Optional<Duration> statementTimeout,
        Duration connectTimeout,
        int controlSize) {

    public PoolSettings {
        if (size < 1 || size > 10_000) {
            throw wrong("pool.size", size, "it must be between 1 and 10000", "pool.size=10");
        }
        if (controlSize < 1) {
            throw wrong("pool.controlSize", controlSize, "it must be at least 1", "pool.controlSize=2");
        }
        positive("pool.wait", waitLimit, "5s");
        positive("pool.holdWarning", holdWarning, "10s");
        positive("pool.holdLimit", holdLimit, "1m");
        positive("pool.connectTimeout", connectTimeout, "5s");
        statementTimeout.ifPresent(it -> positive("statementTimeout", it, "30s"));
        idleTimeout.ifPresent(it -> positive("pool.idleTimeout", it, "10m"));
        notNegative("pool.healthCheck", healthCheck, "1s");
        maxAge.ifPresent(it -> notNegative("pool.maxAge", it, "30m"));
    }

    /** What holds when nothing is set. */
    public static PoolSettings standard() {
        return new PoolSettings(
                10,
                Duration.ofSeconds(5),
                Optional.empty(),
                Duration.ofSeconds(1),
                Optional.of(Duration.ofMinutes(10)),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Optional.empty(),
                Duration.ofSeconds(5),
                2);
    }

    /** These settings, changed. */
    public PoolSettings with(java.util.function.Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.settings();
    }

    /** Settings in the making: each field is a setting of {@link PoolSettings}. */
    public static final class Change {
        public int size;
        public Duration waitLimit;
        public Optional<Duration> maxAge;
        public Duration healthCheck;
        public Optional<Duration> idleTimeout;
        public Duration holdWarning;
        public Duration holdLimit;
        public Optional<Duration> statementTimeout;
        public Duration connectTimeout;
        public int controlSize;

        private Change(PoolSettings from) {
            this.size = from.size;
            this.waitLimit = from.waitLimit;
            this.maxAge = from.maxAge;
            this.healthCheck = from.healthCheck;
            this.idleTimeout = from.idleTimeout;
            this.holdWarning = from.holdWarning;
            this.holdLimit = from.holdLimit;
            this.statementTimeout = from.statementTimeout;
            this.connectTimeout = from.connectTimeout;
            this.controlSize = from.controlSize;
        }

        private PoolSettings settings() {
            return new PoolSettings(
                    size,
                    waitLimit,
                    maxAge,
                    healthCheck,
                    idleTimeout,
                    holdWarning,
                    holdLimit,
                    statementTimeout,
                    connectTimeout,
                    controlSize);
        }
    }

    private static void positive(String name, Duration value, String example) {
        if (value.isZero() || value.isNegative()) {
            throw wrong(name, value, "it must be longer than nothing", name + "=" + example);
        }
    }

    private static void notNegative(String name, Duration value, String example) {
        if (value.isNegative()) {
            throw wrong(name, value, "it cannot be negative", name + "=" + example);
        }
    }

    private static SettingsException wrong(String name, Object value, String rule, String example) {
        return new SettingsException(name + " is " + value + ": " + rule + ", for example " + example);
    }
}
