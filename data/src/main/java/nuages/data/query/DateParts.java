package nuages.data.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import nuages.data.row.Codec;
import nuages.data.syntax.Node;
import nuages.data.syntax.Part;
import org.jspecify.annotations.Nullable;

/** Parts of times, and what zone they are in. */
final class DateParts {
    private DateParts() {}

    static <M> NumberExpression<M, Integer> number(TimeExpression<M, ?> of, Part part, @Nullable ZoneId zone) {
        return NumberExpression.of(new Node.DatePart(part, false, of.node(), zone(of, zone)), Codecs.INTEGER);
    }

    static <M, R> TimeExpression<M, R> time(
            TimeExpression<M, ?> of, Part part, boolean start, @Nullable ZoneId zone, Class<R> type) {
        return TimeExpression.of(new Node.DatePart(part, start, of.node(), zone(of, zone)), Codec.of(type));
    }

    private static @Nullable String zone(TimeExpression<?, ?> of, @Nullable ZoneId zone) {
        var type = of.codec().type();
        boolean point = type == Instant.class || type == OffsetDateTime.class;
        if (!point && zone != null) {
            throw new IllegalArgumentException("a " + type.getSimpleName()
                    + " is in no zone, so that it has no parts in " + zone + ".\nuse the method without a zone.");
        }
        if (!point) {
            return null;
        }
        return zone == null ? "Z" : zone.normalized().getId();
    }
}
