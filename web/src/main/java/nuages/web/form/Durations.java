package nuages.web.form;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time as they are typed: {@code 1:30:00} is an hour and a half, {@code 1:30} a minute and a half, {@code 2 days,
 * 3:00:00} and {@code 2 3:00:00} fifty-one hours; a sign before it is that of all of it. ISO 8601's {@code PT1H30M} is
 * understood too.
 */
final class Durations {
    /** A database keeps microseconds in 64 bits. */
    private static final long MOST_DAYS = 100_000_000;

    private Durations() {}

    static @Nullable Duration read(String text) {
        if (text.contains("P") || text.contains("p")) {
            return bounded(Duration.parse(text));
        }
        boolean negative = text.startsWith("-");
        if (text.equals("-")) {
            return null;
        }
        var days = split(negative ? text.substring(1) : text);
        long whole = days[0].isEmpty() ? 0 : number(days[0]);
        var clock = clock(days[1]);
        if (whole > MOST_DAYS) {
            return null;
        }
        var sum = bounded(Duration.ofDays(whole).plus(clock));
        return sum == null || !negative ? sum : sum.negated();
    }

    private static @Nullable Duration bounded(Duration duration) {
        return duration.abs().compareTo(Duration.ofDays(MOST_DAYS)) <= 0 ? duration : null;
    }

    /** Days, which may be empty, and what stands behind them. */
    private static String[] split(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return new String[] {"", text};
        }
        var rest = text.substring(space + 1).strip();
        for (var word : new String[] {"days,", "day,", "days", "day"}) {
            if (rest.startsWith(word)) {
                rest = rest.substring(word.length()).strip();
                break;
            }
        }
        return new String[] {text.substring(0, space), rest};
    }

    private static Duration clock(String text) {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        var parts = text.split(":", 4);
        if (parts.length > 3) {
            throw new IllegalArgumentException("more than hours, minutes and seconds");
        }
        var sum = seconds(parts[parts.length - 1]);
        if (parts.length > 1) {
            sum = sum.plusMinutes(number(parts[parts.length - 2]));
        }
        return parts.length > 2 ? sum.plusHours(number(parts[0])) : sum;
    }

    private static Duration seconds(String text) {
        int point = Math.max(text.indexOf('.'), text.indexOf(','));
        if (point < 0) {
            return Duration.ofSeconds(number(text));
        }
        long micros = number((text.substring(point + 1) + "000000").substring(0, 6));
        return Duration.ofSeconds(number(text.substring(0, point)), micros * 1000);
    }

    /** Digits alone, of which no more than nine. */
    private static long number(String digits) {
        boolean all = !digits.isEmpty() && digits.length() <= 9;
        for (int i = 0; i < digits.length(); i++) {
            all &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        if (!all) {
            throw new IllegalArgumentException("no digits: " + digits.length());
        }
        return Long.parseLong(digits);
    }

    static String write(Duration duration) {
        var length = duration.abs();
        var text = new StringBuilder(duration.isNegative() ? "-" : "");
        if (length.toDays() > 0) {
            text.append(length.toDays()).append(length.toDays() == 1 ? " day, " : " days, ");
        }
        text.append("%d:%02d:%02d".formatted(length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart()));
        if (length.toNanosPart() > 0) {
            text.append(".%06d".formatted(length.toNanosPart() / 1000));
        }
        return text.toString();
    }
}
