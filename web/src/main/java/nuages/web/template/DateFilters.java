package nuages.web.template;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters for dates and times, by Django's names and with its letters. */
final class DateFilters {
    private static final String DATE = "N j, Y";
    private static final String TIME = "P";
    private static final ChronoUnit[] UNITS = {
        ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.WEEKS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES
    };
    private static final String[] NAMES = {"year", "month", "week", "day", "hour", "minute"};
    private static final int SHOWN = 2;

    private DateFilters() {}

    static Map<String, TemplateFilter> all() {
        return Map.of(
                "date", (value, call) -> written(value, call, DATE),
                "time", (value, call) -> written(value, call, TIME),
                "timesince", (value, call) -> value == null ? "" : between(moment(value, call), other(call)),
                "timeuntil", (value, call) -> value == null ? "" : between(other(call), moment(value, call)));
    }

    private static String written(@Nullable Object value, Call call, String standard) {
        if (value == null) {
            return "";
        }
        var letters = call.text(0, standard);
        try {
            return DateLetters.write(local(value, call.clock()), letters, call.locale());
        } catch (DateTimeException missing) {
            throw new IllegalArgumentException(
                    value + " has not all that \"" + letters + "\" asks for (" + missing.getMessage()
                            + "): ask for less of a date without a time, or of a time without a date",
                    missing);
        }
    }

    /** The value as it is on a clock on the wall of that time zone. */
    private static TemporalAccessor local(Object value, Clock clock) {
        return switch (value) {
            case Instant instant -> instant.atZone(clock.getZone());
            case ZonedDateTime time -> time.withZoneSameInstant(clock.getZone());
            case OffsetDateTime time -> time.atZoneSameInstant(clock.getZone());
            case LocalDateTime time -> time.atZone(clock.getZone());
            case Date date -> date.toInstant().atZone(clock.getZone());
            case TemporalAccessor other -> other;
            default ->
                throw new IllegalArgumentException(
                        "\"" + value + "\" (" + value.getClass().getSimpleName()
                                + ") is no date and no time: put this filter behind a value of java.time");
        };
    }

    private static ZonedDateTime other(Call call) {
        return call.optional(0, "from")
                .map(it -> moment(it, call))
                .orElseGet(() -> call.clock().instant().atZone(call.clock().getZone()));
    }

    private static ZonedDateTime moment(Object value, Call call) {
        return switch (local(value, call.clock())) {
            case ZonedDateTime time -> time;
            case LocalDate date -> date.atStartOfDay(call.clock().getZone());
            case LocalTime time ->
                time.atDate(call.clock()
                                .instant()
                                .atZone(call.clock().getZone())
                                .toLocalDate())
                        .atZone(call.clock().getZone());
            case TemporalAccessor other -> throw new IllegalArgumentException(other + " is no moment: it has no date");
        };
    }

    /** The time from one to another in the two largest units that are next to each other; none if it is not ahead. */
    private static String between(ZonedDateTime from, ZonedDateTime to) {
        var text = new StringBuilder();
        var at = from;
        int shown = 0;
        for (int i = 0; i < UNITS.length && shown < SHOWN; i++) {
            long amount = at.isBefore(to) ? at.until(to, UNITS[i]) : 0;
            if (amount > 0) {
                text.append(shown > 0 ? ", " : "")
                        .append(amount)
                        .append('\u00a0')
                        .append(NAMES[i]);
                text.append(amount == 1 ? "" : "s");
                at = at.plus(amount, UNITS[i]);
            }
            if (shown > 0 || amount > 0) {
                shown++;
            }
        }
        return text.isEmpty() ? "0\u00a0minutes" : text.toString();
    }
}
