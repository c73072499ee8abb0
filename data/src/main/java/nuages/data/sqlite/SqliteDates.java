package nuages.data.sqlite;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Dates and times in the texts that SQLite keeps them as. */
final class SqliteDates {
    private SqliteDates() {}

    /** A date with a time; of a date at midnight, and of a time on some day. */
    private static LocalDateTime parse(String text) {
        if (text.length() > 2 && text.charAt(2) == ':') {
            return LocalTime.parse(text).atDate(LocalDate.EPOCH);
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay();
        }
        return LocalDateTime.parse(text.substring(0, 10) + 'T' + text.substring(11));
    }

    private static LocalDateTime local(@Nullable String zone, String text) {
        var time = parse(text);
        return zone == null ? time : LocalDateTime.ofInstant(time.toInstant(ZoneOffset.UTC), ZoneId.of(zone));
    }

    private static String written(LocalDateTime time) {
        return time.toLocalDate() + " " + written(time.toLocalTime());
    }

    private static String written(LocalTime time) {
        var text = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
        int micros = time.getNano() / 1000;
        return micros == 0 ? text : text + ".%06d".formatted(micros);
    }

    static Object part(String part, @Nullable String zone, String text) {
        var time = local(zone, text);
        return switch (part) {
            case "YEAR" -> time.getYear();
            case "ISO_YEAR" -> time.get(IsoFields.WEEK_BASED_YEAR);
            case "QUARTER" -> time.get(IsoFields.QUARTER_OF_YEAR);
            case "MONTH" -> time.getMonthValue();
            case "WEEK" -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "DAY" -> time.getDayOfMonth();
            case "WEEK_DAY" -> time.getDayOfWeek().getValue() % 7 + 1;
            case "ISO_WEEK_DAY" -> time.getDayOfWeek().getValue();
            case "HOUR" -> time.getHour();
            case "MINUTE" -> time.getMinute();
            case "SECOND" -> time.getSecond();
            case "DATE" -> time.toLocalDate().toString();
            case "TIME" -> written(time.toLocalTime());
            default -> throw new IllegalArgumentException(part);
        };
    }

    static String start(String part, @Nullable String zone, String text) {
        var time = local(zone, text);
        var date = time.toLocalDate();
        return switch (part) {
            case "YEAR" -> date.withDayOfYear(1).toString();
            case "QUARTER" ->
                date.withDayOfMonth(1)
                        .withMonth((date.getMonthValue() - 1) / 3 * 3 + 1)
                        .toString();
            case "MONTH" -> date.withDayOfMonth(1).toString();
            case "WEEK" ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case "DAY" -> date.toString();
            case "HOUR" -> written(time.truncatedTo(ChronoUnit.HOURS));
            case "MINUTE" -> written(time.truncatedTo(ChronoUnit.MINUTES));
            case "SECOND" -> written(time.truncatedTo(ChronoUnit.SECONDS));
            default -> throw new IllegalArgumentException(part);
        };
    }

    static String later(String text, Duration by) {
        return written(parse(text).plus(by));
    }

    /** In microseconds. */
    static long between(String from, String to) {
        return ChronoUnit.MICROS.between(parse(from), parse(to));
    }
}
