package nuages.data.dialect;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's intervals as text, in its own style: {@code 1 year 2 mons -3 days +04:05:06.789}. A month is 30 days and a
 * year 365, as Django takes them.
 */
final class IntervalText {
    private IntervalText() {}

    static @Nullable Duration duration(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        String[] words = text.strip().split(" +");
        Duration sum = Duration.ZERO;
        int word = 0;
        while (word + 1 < words.length && words[word].indexOf(':') < 0) {
            sum = sum.plusDays(Long.parseLong(words[word]) * days(words[word + 1]));
            word += 2;
        }
        return word < words.length ? sum.plus(clock(words[word])) : sum;
    }

    private static long days(String unit) {
        return switch (unit) {
            case "year", "years" -> 365;
            case "mon", "mons" -> 30;
            case "day", "days" -> 1;
            default -> throw new IllegalArgumentException("an interval in " + unit + " cannot be read as a Duration");
        };
    }

    private static Duration clock(String text) {
        boolean negative = text.startsWith("-");
        String[] parts = (negative || text.startsWith("+") ? text.substring(1) : text).split(":");
        var seconds = new BigDecimal(parts[2]);
        Duration duration = Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusNanos(seconds.movePointRight(9).longValueExact());
        return negative ? duration.negated() : duration;
    }
}
