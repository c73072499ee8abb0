package nuages.web.form;

import static nuages.web.form.Widget.Kind.DATE;
import static nuages.web.form.Widget.Kind.DATETIME;
import static nuages.web.form.Widget.Kind.MONTH;
import static nuages.web.form.Widget.Kind.NUMBER;
import static nuages.web.form.Widget.Kind.TEXT;
import static nuages.web.form.Widget.Kind.TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as HTML writes them, which is ISO 8601. Years are those of four digits, as in every database. What has
 * no time zone of its own is in the form's.
 */
final class Times {
    private static final String A_TIME = "must be a day and a time, as in 2026-03-31T18:30";
    private static final DateTimeFormatter FOUR_DIGITS = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);
    private static final int LAST_YEAR = 9999;

    private Times() {}

    static Plain<LocalDate> dates() {
        return new Plain<>(LocalDate.class, DATE, "must be a day, as in 2026-03-31", Times::date, LocalDate::toString);
    }

    private static @Nullable LocalDate date(String text) {
        var date = LocalDate.parse(text);
        return usual(date.getYear()) ? date : null;
    }

    private static boolean usual(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    static Plain<LocalTime> times() {
        return new Plain<>(LocalTime.class, TIME, "must be a time, as in 18:30", Times::time, LocalTime::toString);
    }

    /** To the microsecond, as databases keep it. */
    private static LocalTime time(String text) {
        return LocalTime.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    static Plain<LocalDateTime> dateTimes() {
        return new Plain<>(LocalDateTime.class, DATETIME, A_TIME, Times::dateTime, LocalDateTime::toString);
    }

    private static @Nullable LocalDateTime dateTime(String text) {
        int between = Math.max(text.indexOf('T'), text.indexOf(' '));
        if (between < 0) {
            return null;
        }
        var date = date(text.substring(0, between));
        return date == null ? null : date.atTime(time(text.substring(between + 1)));
    }

    static Plain<Instant> instants(ZoneId zone) {
        return new Plain<>(
                Instant.class,
                DATETIME,
                A_TIME,
                text -> instant(text, zone),
                value -> value.atZone(zone).toLocalDateTime().toString());
    }

    static Plain<OffsetDateTime> offsetDateTimes(ZoneId zone) {
        return new Plain<>(
                OffsetDateTime.class,
                DATETIME,
                A_TIME,
                text -> offset(zoned(text, zone)),
                value -> value.atZoneSameInstant(zone).toLocalDateTime().toString());
    }

    static Plain<ZonedDateTime> zonedDateTimes(ZoneId zone) {
        return new Plain<>(
                ZonedDateTime.class,
                DATETIME,
                A_TIME,
                text -> zoned(text, zone),
                value -> value.withZoneSameInstant(zone).toLocalDateTime().toString());
    }

    private static @Nullable Instant instant(String text, ZoneId zone) {
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > "2026-03".length();
        if (!zoned) {
            var local = dateTime(text);
            return local == null ? null : local.atZone(zone).toInstant();
        }
        var time = OffsetDateTime.parse(text);
        return usual(time.getYear())
                        && usual(time.toInstant()
                                .atOffset(java.time.ZoneOffset.UTC)
                                .getYear())
                ? time.toInstant()
                : null;
    }

    private static @Nullable ZonedDateTime zoned(String text, ZoneId zone) {
        var instant = instant(text, zone);
        return instant == null ? null : instant.atZone(zone);
    }

    private static @Nullable OffsetDateTime offset(@Nullable ZonedDateTime time) {
        return time == null ? null : time.toOffsetDateTime();
    }

    private static @Nullable YearMonth month(String text) {
        var month = YearMonth.parse(text);
        return usual(month.getYear()) ? month : null;
    }

    private static @Nullable Year year(String text) {
        var year = Year.parse(text, FOUR_DIGITS);
        return usual(year.getValue()) ? year : null;
    }

    static Plain<YearMonth> months() {
        return new Plain<>(YearMonth.class, MONTH, "must be a month, as in 2026-03", Times::month, YearMonth::toString);
    }

    static Plain<Year> years() {
        return new Plain<>(Year.class, NUMBER, "must be a year, as in 2026", Times::year, Year::toString);
    }

    static Plain<Duration> durations() {
        return new Plain<>(
                Duration.class,
                TEXT,
                "must be a length of time, as in 1:30:00 (hours, minutes, seconds) or 2 days, 0:00:00",
                Durations::read,
                Durations::write);
    }
}
