package nuages.data.syntax;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of dates and times in MariaDB, whose tables of zones are empty unless somebody has filled them. So a zone's offsets
 * stand in the statement, found by halving the time between 1900 and 2100.
 */
final class MariaDbDates {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private MariaDbDates() {}

    static void write(SqlWriter to, Node.DatePart part) {
        var texts = part.truncates() ? start(part.part()) : part(part.part());
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                local(to, part.operand(), part.zone());
            }
            to.text(texts[i]);
        }
    }

    private static String[] part(Part part) {
        var text = switch (part) {
            case YEAR -> "year(@)";
            case ISO_YEAR -> "(yearweek(@, 3) div 100)";
            case QUARTER -> "quarter(@)";
            case MONTH -> "month(@)";
            case WEEK -> "week(@, 3)";
            case DAY -> "dayofmonth(@)";
            case WEEK_DAY -> "dayofweek(@)";
            case ISO_WEEK_DAY -> "(weekday(@) + 1)";
            case HOUR -> "hour(@)";
            case MINUTE -> "minute(@)";
            case SECOND -> "second(@)";
            case DATE -> "cast(@ as date)";
            case TIME -> "cast(@ as time(6))";
        };
        return text.split("@", -1);
    }

    private static String[] start(Part part) {
        var text = switch (part) {
            case YEAR -> "cast(date_format(@, '%Y-01-01') as date)";
            case QUARTER -> "(makedate(year(@), 1) + interval (quarter(@) - 1) quarter)";
            case MONTH -> "cast(date_format(@, '%Y-%m-01') as date)";
            case WEEK -> "(cast(@ as date) - interval weekday(@) day)";
            case HOUR -> "cast(date_format(@, '%Y-%m-%d %H:00:00') as datetime)";
            case MINUTE -> "cast(date_format(@, '%Y-%m-%d %H:%i:00') as datetime)";
            case SECOND -> "cast(date_format(@, '%Y-%m-%d %H:%i:%s') as datetime)";
            case DAY, DATE, ISO_YEAR, WEEK_DAY, ISO_WEEK_DAY, TIME -> "cast(@ as date)";
        };
        return text.split("@", -1);
    }

    private static void local(SqlWriter to, Node operand, @Nullable String zone) {
        var rules = zone == null ? null : ZoneId.of(zone).getRules();
        if (rules == null || (rules.isFixedOffset() && offset(rules, FIRST) == 0)) {
            to.node(operand);
            return;
        }
        var changes = changes(rules);
        to.text("date_add(").node(operand).text(", interval ");
        offset(to, operand, rules, changes, 0, changes.size());
        to.text(" second)");
    }

    private static int offset(ZoneRules rules, Instant at) {
        return rules.getOffset(at).getTotalSeconds();
    }

    private static List<Instant> changes(ZoneRules rules) {
        var changes = new ArrayList<Instant>();
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    /** The offset, where it is one of those between two changes. */
    private static void offset(SqlWriter to, Node operand, ZoneRules rules, List<Instant> changes, int from, int end) {
        if (from == end) {
            var at = from == 0 ? FIRST : changes.get(from - 1);
            to.text(String.valueOf(offset(rules, at)));
            return;
        }
        int middle = (from + end) / 2;
        var change = LocalDateTime.ofInstant(changes.get(middle), ZoneOffset.UTC);
        to.text("if(").operand(operand).text(" < '" + change.toLocalDate() + " " + change.toLocalTime() + "', ");
        offset(to, operand, rules, changes, from, middle);
        to.text(", ");
        offset(to, operand, rules, changes, middle + 1, end);
        to.text(")");
    }
}
