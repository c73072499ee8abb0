package nuages.web.template;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Dates and times written by letters, each for one part, as Django's filter {@code date} has them: {@code j M Y} is {@code 7
 * Mar 2026}. A letter behind a backslash stands for itself.
 */
final class DateLetters {
    private static final String[] AP_MONTHS = {
        "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."
    };
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int NOON = 12;

    private final TemporalAccessor time;
    private final Locale locale;

    private DateLetters(TemporalAccessor time, Locale locale) {
        this.time = time;
        this.locale = locale;
    }

    static String write(TemporalAccessor time, String letters, Locale locale) {
        var parts = new DateLetters(time, locale);
        var text = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == '\\' && i + 1 < letters.length()) {
                text.append(letters.charAt(++i));
            } else {
                text.append(parts.part(letter));
            }
        }
        return text.toString();
    }

    private String part(char letter) {
        return switch (letter) {
            case 'd', 'D', 'j', 'l', 'S', 'w', 'z', 'W', 'o' -> day(letter);
            case 'm', 'n', 'M', 'b', 'F', 'E', 'N', 't' -> month(letter);
            case 'Y' -> String.valueOf(get(ChronoField.YEAR));
            case 'y' -> two(get(ChronoField.YEAR) % 100);
            case 'L' -> LocalDate.from(time).isLeapYear() ? "True" : "False";
            case 'g', 'G', 'h', 'H', 'a', 'A', 'f', 'P' -> hour(letter);
            case 'i' -> two(get(ChronoField.MINUTE_OF_HOUR));
            case 's' -> two(get(ChronoField.SECOND_OF_MINUTE));
            case 'u' -> String.format(Locale.ROOT, "%06d", get(ChronoField.MICRO_OF_SECOND));
            case 'e', 'T', 'O', 'Z', 'U' -> zone(letter);
            case 'c' -> DateTimeFormatter.ISO_DATE_TIME.format(time).replaceAll("\\[.*]", "");
            case 'r' -> RFC_2822.format(time);
            default -> String.valueOf(letter);
        };
    }

    private String day(char letter) {
        int day = get(ChronoField.DAY_OF_MONTH);
        return switch (letter) {
            case 'd' -> two(day);
            case 'j' -> String.valueOf(day);
            case 'D' -> DayOfWeek.from(time).getDisplayName(TextStyle.SHORT, locale);
            case 'l' -> DayOfWeek.from(time).getDisplayName(TextStyle.FULL, locale);
            case 'w' -> String.valueOf(get(ChronoField.DAY_OF_WEEK) % 7);
            case 'z' -> String.valueOf(get(ChronoField.DAY_OF_YEAR));
            case 'W' -> String.valueOf(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'o' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
            default -> ordinal(day);
        };
    }

    private static String ordinal(int day) {
        if (day / 10 == 1) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private String month(char letter) {
        int number = get(ChronoField.MONTH_OF_YEAR);
        var month = Month.of(number);
        return switch (letter) {
            case 'm' -> two(number);
            case 'n' -> String.valueOf(number);
            case 'M' -> month.getDisplayName(TextStyle.SHORT, locale);
            case 'b' -> month.getDisplayName(TextStyle.SHORT, locale).toLowerCase(locale);
            case 't' -> String.valueOf(LocalDate.from(time).lengthOfMonth());
            case 'E' -> month.getDisplayName(TextStyle.FULL, locale);
            case 'F' -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
            default ->
                locale.getLanguage().equals("en")
                        ? AP_MONTHS[number - 1]
                        : month.getDisplayName(TextStyle.SHORT, locale);
        };
    }

    private String hour(char letter) {
        int hour = get(ChronoField.HOUR_OF_DAY);
        int ofHalf = hour % NOON == 0 ? NOON : hour % NOON;
        int minute = time.isSupported(ChronoField.MINUTE_OF_HOUR) ? get(ChronoField.MINUTE_OF_HOUR) : 0;
        return switch (letter) {
            case 'G' -> String.valueOf(hour);
            case 'H' -> two(hour);
            case 'g' -> String.valueOf(ofHalf);
            case 'h' -> two(ofHalf);
            case 'a' -> hour < NOON ? "a.m." : "p.m.";
            case 'A' -> hour < NOON ? "AM" : "PM";
            case 'f' -> minute == 0 ? String.valueOf(ofHalf) : ofHalf + ":" + two(minute);
            default -> short12(hour, minute);
        };
    }

    private String short12(int hour, int minute) {
        if (minute == 0 && hour % NOON == 0) {
            return hour == 0 ? "midnight" : "noon";
        }
        return hour('f') + " " + hour('a');
    }

    private String zone(char letter) {
        var zone = time.query(TemporalQueries.zone());
        return switch (letter) {
            case 'e' -> zone == null ? "" : zone.getId();
            case 'T' ->
                zone == null ? "" : DateTimeFormatter.ofPattern("zzz", locale).format(time);
            case 'O' -> DateTimeFormatter.ofPattern("Z", locale).format(time);
            case 'Z' -> String.valueOf(get(ChronoField.OFFSET_SECONDS));
            default -> String.valueOf(Instant.from(time).getEpochSecond());
        };
    }

    private int get(ChronoField field) {
        return time.get(field);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
