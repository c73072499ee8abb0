package nuages.data.dialect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as Django writes them into SQLite: {@code 2026-11-21 16:09:53.000120}, in UTC; no fraction if there is none. */
final class SqliteTimes {
    private SqliteTimes() {}

    static String text(Instant time) {
        return text(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    static String text(LocalDateTime time) {
        return time.toLocalDate() + " " + text(time.toLocalTime());
    }

    static String text(LocalTime time) {
        var text = new StringBuilder(15);
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond());
        int micros = time.getNano() / 1_000;
        if (micros > 0) {
            text.append('.').append(Integer.toString(1_000_000 + micros), 1, 7);
        }
        return text.toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    static Instant instant(String text) {
        return offset(text).toInstant();
    }

    /** A point in time; in UTC unless the text ends with another offset. */
    static OffsetDateTime offset(String text) {
        String iso = iso(text);
        int zone = Math.max(iso.indexOf('Z'), Math.max(iso.indexOf('+'), iso.lastIndexOf('-')));
        return zone > 10 ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
    }

    static LocalDateTime dateTime(String text) {
        return LocalDateTime.parse(iso(text));
    }

    /** A date, also from a text that has a time behind it. */
    static LocalDate date(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    private static String iso(String text) {
        if (text.length() == 10) {
            return text + "T00:00";
        }
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }
}
