package nuages.project;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nuages.web.signing.Signing;
import org.jspecify.annotations.Nullable;

/** The project's secret key and those it had before, read and checked. */
record SecretKeys(String name, String key, List<String> fallbacks) {
    private static final int LENGTH = 32;
    private static final String EXAMPLE = "the output of: openssl rand -hex 32";

    /** The keys; what is wrong with them is among the problems. */
    static SecretKeys read(@Nullable Setting key, @Nullable Setting fallbacks, Environment environment) {
        if (key == null) {
            return new SecretKeys("SECRET_KEY", "", List.of());
        }
        String current = environment.read(key, Reader.text(EXAMPLE)).orElse("");
        if (!current.isEmpty()) {
            check(key, current, environment);
        }
        List<String> earlier = fallbacks == null
                ? List.of()
                : Arrays.stream(environment
                                .read(fallbacks, Reader.text("the secret key before this one"))
                                .orElse("")
                                .split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        earlier.forEach(each -> check(fallbacks, each, environment));
        return new SecretKeys(key.name(), current, earlier);
    }

    /** What is done with them; empty if the project has none. */
    Optional<Signing> signing(@Nullable InstantSource clock) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var signing = Signing.keys(key, fallbacks);
        return Optional.of(clock == null ? signing : signing.withClock(clock));
    }

    private static void check(@Nullable Setting setting, String key, Environment environment) {
        if (setting != null && key.length() < LENGTH) {
            environment
                    .problems()
                    .add(setting.name() + " has " + key.length() + " characters (" + environment.source(setting)
                            + "): it must have " + LENGTH + " or more that nobody can guess, for example " + EXAMPLE);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
