package nuages.data.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import nuages.data.row.Codec;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import nuages.data.syntax.Part;
import org.jspecify.annotations.Nullable;

/** The year of a time. Compared with a year, the time is compared with the year's beginning and end. */
record YearPart<M, T>(TimeExpression<M, T> of, ZoneId zone, Node node) implements NumberExpression<M, Integer> {
    static <M, T> NumberExpression<M, Integer> of(TimeExpression<M, T> of, @Nullable ZoneId zone) {
        var plain = DateParts.number(of, Part.YEAR, zone);
        var type = of.codec().type();
        boolean known = type == Instant.class
                || type == OffsetDateTime.class
                || type == LocalDate.class
                || type == LocalDateTime.class;
        return known ? new YearPart<>(of, zone == null ? ZoneOffset.UTC : zone, plain.node()) : plain;
    }

    @Override
    public Codec<Integer> codec() {
        return Codecs.INTEGER;
    }

    private Node startOf(int year) {
        var date = LocalDate.of(year, 1, 1);
        var type = of.codec().type();
        if (type == LocalDate.class) {
            return Node.Value.of(date);
        }
        var begin = type == LocalDateTime.class
                ? date.atStartOfDay()
                : date.atStartOfDay(zone).toInstant();
        return Node.Value.of(begin);
    }

    private Condition<M> compare(Comparison comparison, int startOf) {
        return Condition.of(new Node.Compare(comparison, of.node(), startOf(startOf)));
    }

    @Override
    public Condition<M> is(Integer year) {
        return between(year, year);
    }

    @Override
    public Condition<M> isNot(Integer year) {
        return is(year).not();
    }

    @Override
    public Condition<M> gt(Integer year) {
        return compare(Comparison.AT_LEAST, year + 1);
    }

    @Override
    public Condition<M> gte(Integer year) {
        return compare(Comparison.AT_LEAST, year);
    }

    @Override
    public Condition<M> lt(Integer year) {
        return compare(Comparison.LESS, year);
    }

    @Override
    public Condition<M> lte(Integer year) {
        return compare(Comparison.LESS, year + 1);
    }

    @Override
    public Condition<M> between(Integer from, Integer to) {
        return gte(from).and(lte(to));
    }
}
