package nuages.data.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nuages.data.settings.PoolSettings.Change;

/** The pool's settings in a database's URL: {@code pool.size=20&pool.maxAge=10m}, and Django's names for some of them. */
final class PoolOptions {
    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final String DURATIONS = "write a duration as 250ms, 5s, 10m, 1h or 2d, or a number of seconds";

    private static final Map<String, Option> OPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("pool.size", number((to, it) -> to.size = it)),
            Map.entry("pool.wait", duration((to, it) -> to.waitLimit = it)),
            Map.entry("pool.maxAge", optional((to, it) -> to.maxAge = it)),
            Map.entry("pool.healthCheck", duration((to, it) -> to.healthCheck = it)),
            Map.entry("pool.idleTimeout", optional((to, it) -> to.idleTimeout = it)),
            Map.entry("pool.holdWarning", duration((to, it) -> to.holdWarning = it)),
            Map.entry("pool.holdLimit", duration((to, it) -> to.holdLimit = it)),
            Map.entry("pool.connectTimeout", duration((to, it) -> to.connectTimeout = it)),
            Map.entry("pool.controlSize", number((to, it) -> to.controlSize = it)),
            Map.entry("statementTimeout", optional((to, it) -> to.statementTimeout = it)),
            Map.entry("conn_max_age", optional((to, it) -> to.maxAge = it)),
            Map.entry("conn_health_checks", PoolOptions::healthChecks)));

    private final List<Consumer<Change>> changes;

    private PoolOptions(List<Consumer<Change>> changes) {
        this.changes = List.copyOf(changes);
    }

    /** Reads one option's value, and says what it changes. */
    @FunctionalInterface
    private interface Option {
        Consumer<Change> read(UrlText text, String name, String value);
    }

    /** Takes the pool's options out of an URL's; what is left is the driver's. */
    static PoolOptions takenFrom(Map<String, String> options, UrlText text) {
        var changes = new ArrayList<Consumer<Change>>();
        options.entrySet().removeIf(option -> {
            String name = option.getKey();
            Option known = OPTIONS.get(name.startsWith("CONN_") ? name.toLowerCase(Locale.ROOT) : name);
            if (known != null) {
                changes.add(known.read(text, name, option.getValue()));
            } else if (foreign(name)) {
                throw text.wrong(
                        "there is no option called " + name, "the pool's are " + String.join(", ", OPTIONS.keySet()));
            }
            return known != null;
        });
        return new PoolOptions(changes);
    }

    /** Misspelt options of the pool, and those of pools and login threads that the drivers have of their own. */
    private static boolean foreign(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("pool")
                || lower.startsWith("conn_")
                || lower.endsWith("poolsize")
                || lower.equals("logintimeout");
    }

    /** Settings with these in their place. */
    PoolSettings over(PoolSettings settings, boolean inMemory) {
        return settings.with(to -> {
            changes.forEach(it -> it.accept(to));
            if (inMemory) {
                to.size = 1;
                to.maxAge = Optional.empty();
                to.idleTimeout = Optional.empty();
            }
        });
    }

    private static Option number(BiConsumer<Change, Integer> set) {
        return (text, name, value) -> {
            try {
                int number = Integer.parseInt(value);
                return to -> set.accept(to, number);
            } catch (NumberFormatException notNumber) {
                throw text.wrong(name + " is \"" + value + "\"", "write a whole number, such as " + name + "=10");
            }
        };
    }

    private static Option duration(BiConsumer<Change, Duration> set) {
        return (text, name, value) -> {
            Duration duration = read(text, name, value);
            return to -> set.accept(to, duration);
        };
    }

    private static Option optional(BiConsumer<Change, Optional<Duration>> set) {
        return (text, name, value) -> {
            Optional<Duration> duration =
                    value.equalsIgnoreCase("none") ? Optional.empty() : Optional.of(read(text, name, value));
            return to -> set.accept(to, duration);
        };
    }

    /** Django's switch: on is what the pool does anyway, off never tries a connection before it is lent. */
    private static Consumer<Change> healthChecks(UrlText text, String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "yes" -> _ -> {};
            case "false", "0", "off", "no" -> to -> to.healthCheck = FOREVER;
            default ->
                throw text.wrong(name + " is \"" + value + "\"", "write " + name + "=true or " + name + "=false");
        };
    }

    private static Duration read(UrlText text, String name, String value) {
        int digits = 0;
        while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            throw text.wrong(name + " is \"" + value + "\"", DURATIONS);
        }
        long number = Long.parseLong(value.substring(0, digits));
        return switch (value.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "", "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> throw text.wrong(name + " is \"" + value + "\"", DURATIONS);
        };
    }
}
