package nuages.data.connection;

import java.time.Duration;

/** Durations as people write them: {@code 4.8s}, {@code 250ms}, {@code 10m}. */
final class Durations {
    private Durations() {}

    static String show(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + "ms";
        }
        if (millis < 120_000) {
            return millis % 1000 < 50 ? millis / 1000 + "s" : millis / 1000 + "." + millis % 1000 / 100 + "s";
        }
        return millis % 60_000 < 1000 ? millis / 60_000 + "m" : millis / 60_000 + "m" + millis % 60_000 / 1000 + "s";
    }
}
