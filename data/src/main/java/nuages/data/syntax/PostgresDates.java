package nuages.data.syntax;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of dates and times in PostgreSQL, which knows all zones. */
final class PostgresDates {
    private PostgresDates() {}

    static void write(SqlWriter to, Node.DatePart part) {
        if (part.truncates()) {
            start(to, part);
            return;
        }
        switch (part.part()) {
            case DATE, TIME -> {
                to.text("cast(");
                local(to, part.operand(), part.zone());
                to.text(" as ")
                        .text(part.part().name().toLowerCase(Locale.ROOT))
                        .text(")");
            }
            case WEEK_DAY -> {
                to.text("(");
                extract(to, "dow", part);
                to.text(" + 1)");
            }
            case ISO_WEEK_DAY -> extract(to, "isodow", part);
            case ISO_YEAR -> extract(to, "isoyear", part);
            case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND ->
                extract(to, part.part().name().toLowerCase(Locale.ROOT), part);
        }
    }

    private static void extract(SqlWriter to, String field, Node.DatePart part) {
        to.text("cast(floor(extract(").text(field).text(" from ");
        local(to, part.operand(), part.zone());
        to.text(")) as integer)");
    }

    private static void start(SqlWriter to, Node.DatePart part) {
        boolean date = part.part().compareTo(Part.HOUR) < 0;
        to.text(date ? "cast(date_trunc('" : "date_trunc('");
        to.text(part.part().name().toLowerCase(Locale.ROOT)).text("', ");
        local(to, part.operand(), part.zone());
        to.text(date ? ") as date)" : ")");
    }

    /** The sign of an offset is the usual one in an interval, but not in a zone's name. */
    private static void local(SqlWriter to, Node operand, @Nullable String zone) {
        if (zone == null) {
            to.operand(operand);
            return;
        }
        to.text("(").operand(operand).text(" at time zone ");
        if (ZoneId.of(zone) instanceof ZoneOffset offset) {
            to.text("interval '").text(offset.getTotalSeconds() + " seconds'");
        } else {
            to.text("'").text(zone.replace("'", "''")).text("'");
        }
        to.text(")");
    }
}
