package nuages.data.query;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.row.ValueKind;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Part;

/**
 * A point in time, a date or a time of day. Immutable; threads share it.
 *
 * <p>Parts of a point in time are those it has in a zone, which is UTC where none is given; dates and times of day have no
 * zone and take none. MariaDB knows of zones only what it is told in each statement, which is their offsets from 1900 to
 * 2100.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public interface TimeExpression<M, T> extends OrderedExpression<M, T> {
    /** A time that is a part of a statement. */
    static <M, T> TimeExpression<M, T> of(Node node, Codec<T> codec) {
        record Plain<M, T>(Node node, Codec<T> codec) implements TimeExpression<M, T> {}
        return new Plain<>(node, codec);
    }

    /** An expression whose values are times. */
    static <M, T> TimeExpression<M, T> of(Expression<M, T> of) {
        return of(of.node(), of.codec());
    }

    /** Where it is earlier. */
    default Condition<M> before(T value) {
        return lt(value);
    }

    /** Where it is later. */
    default Condition<M> after(T value) {
        return gt(value);
    }

    /** So much later; of points in time, and of dates with a time. */
    default TimeExpression<M, T> plus(Duration duration) {
        var arguments = List.of(node(), new Node.Value(duration, ValueKind.DURATION));
        return of(new Node.Call(Function.LATER, arguments), codec());
    }

    /** So much earlier; of points in time, and of dates with a time. */
    default TimeExpression<M, T> minus(Duration duration) {
        return plus(duration.negated());
    }

    /** The time from the other to this; of points in time, and of dates with a time. */
    default OrderedExpression<M, Duration> since(Expression<M, T> other) {
        var between = new Node.Call(Function.BETWEEN, List.of(other.node(), node()));
        return OrderedExpression.of(Expression.of(between, Codec.of(Duration.class)));
    }

    /** The year; compared with a number, it is the same as being between two times, so that an index is of use. */
    default NumberExpression<M, Integer> year() {
        return YearPart.of(this, null);
    }

    /** The year in a zone. */
    default NumberExpression<M, Integer> year(ZoneId zone) {
        return YearPart.of(this, zone);
    }

    /** The year that its week belongs to. */
    default NumberExpression<M, Integer> isoYear() {
        return DateParts.number(this, Part.ISO_YEAR, null);
    }

    /** The year that its week belongs to; in a zone. */
    default NumberExpression<M, Integer> isoYear(ZoneId zone) {
        return DateParts.number(this, Part.ISO_YEAR, zone);
    }

    /** The quarter, from 1. */
    default NumberExpression<M, Integer> quarter() {
        return DateParts.number(this, Part.QUARTER, null);
    }

    /** The quarter, from 1; in a zone. */
    default NumberExpression<M, Integer> quarter(ZoneId zone) {
        return DateParts.number(this, Part.QUARTER, zone);
    }

    /** The month, from 1. */
    default NumberExpression<M, Integer> month() {
        return DateParts.number(this, Part.MONTH, null);
    }

    /** The month, from 1; in a zone. */
    default NumberExpression<M, Integer> month(ZoneId zone) {
        return DateParts.number(this, Part.MONTH, zone);
    }

    /** The week by ISO 8601, from 1. */
    default NumberExpression<M, Integer> week() {
        return DateParts.number(this, Part.WEEK, null);
    }

    /** The week by ISO 8601, from 1; in a zone. */
    default NumberExpression<M, Integer> week(ZoneId zone) {
        return DateParts.number(this, Part.WEEK, zone);
    }

    /** The day of the month, from 1. */
    default NumberExpression<M, Integer> day() {
        return DateParts.number(this, Part.DAY, null);
    }

    /** The day of the month, from 1; in a zone. */
    default NumberExpression<M, Integer> day(ZoneId zone) {
        return DateParts.number(this, Part.DAY, zone);
    }

    /** The day of the week, from 1 for Sunday. */
    default NumberExpression<M, Integer> weekDay() {
        return DateParts.number(this, Part.WEEK_DAY, null);
    }

    /** The day of the week, from 1 for Sunday; in a zone. */
    default NumberExpression<M, Integer> weekDay(ZoneId zone) {
        return DateParts.number(this, Part.WEEK_DAY, zone);
    }

    /** The day of the week, from 1 for Monday. */
    default NumberExpression<M, Integer> isoWeekDay() {
        return DateParts.number(this, Part.ISO_WEEK_DAY, null);
    }

    /** The day of the week, from 1 for Monday; in a zone. */
    default NumberExpression<M, Integer> isoWeekDay(ZoneId zone) {
        return DateParts.number(this, Part.ISO_WEEK_DAY, zone);
    }

    /** The hour, from 0. */
    default NumberExpression<M, Integer> hour() {
        return DateParts.number(this, Part.HOUR, null);
    }

    /** The hour, from 0; in a zone. */
    default NumberExpression<M, Integer> hour(ZoneId zone) {
        return DateParts.number(this, Part.HOUR, zone);
    }

    /** The minute, from 0. */
    default NumberExpression<M, Integer> minute() {
        return DateParts.number(this, Part.MINUTE, null);
    }

    /** The minute, from 0; in a zone. */
    default NumberExpression<M, Integer> minute(ZoneId zone) {
        return DateParts.number(this, Part.MINUTE, zone);
    }

    /** The second, from 0. */
    default NumberExpression<M, Integer> second() {
        return DateParts.number(this, Part.SECOND, null);
    }

    /** The second, from 0; in a zone. */
    default NumberExpression<M, Integer> second(ZoneId zone) {
        return DateParts.number(this, Part.SECOND, zone);
    }

    /** The date without the time. */
    default TimeExpression<M, LocalDate> date() {
        return DateParts.time(this, Part.DATE, false, null, LocalDate.class);
    }

    /** The date without the time; in a zone. */
    default TimeExpression<M, LocalDate> date(ZoneId zone) {
        return DateParts.time(this, Part.DATE, false, zone, LocalDate.class);
    }

    /** The time without the date. */
    default TimeExpression<M, LocalTime> time() {
        return DateParts.time(this, Part.TIME, false, null, LocalTime.class);
    }

    /** The time without the date; in a zone. */
    default TimeExpression<M, LocalTime> time(ZoneId zone) {
        return DateParts.time(this, Part.TIME, false, zone, LocalTime.class);
    }

    /** The first day of its year. */
    default TimeExpression<M, LocalDate> startOfYear() {
        return DateParts.time(this, Part.YEAR, true, null, LocalDate.class);
    }

    /** The first day of its year; in a zone. */
    default TimeExpression<M, LocalDate> startOfYear(ZoneId zone) {
        return DateParts.time(this, Part.YEAR, true, zone, LocalDate.class);
    }

    /** The first day of its quarter. */
    default TimeExpression<M, LocalDate> startOfQuarter() {
        return DateParts.time(this, Part.QUARTER, true, null, LocalDate.class);
    }

    /** The first day of its quarter; in a zone. */
    default TimeExpression<M, LocalDate> startOfQuarter(ZoneId zone) {
        return DateParts.time(this, Part.QUARTER, true, zone, LocalDate.class);
    }

    /** The first day of its month. */
    default TimeExpression<M, LocalDate> startOfMonth() {
        return DateParts.time(this, Part.MONTH, true, null, LocalDate.class);
    }

    /** The first day of its month; in a zone. */
    default TimeExpression<M, LocalDate> startOfMonth(ZoneId zone) {
        return DateParts.time(this, Part.MONTH, true, zone, LocalDate.class);
    }

    /** The first day of its week. */
    default TimeExpression<M, LocalDate> startOfWeek() {
        return DateParts.time(this, Part.WEEK, true, null, LocalDate.class);
    }

    /** The first day of its week; in a zone. */
    default TimeExpression<M, LocalDate> startOfWeek(ZoneId zone) {
        return DateParts.time(this, Part.WEEK, true, zone, LocalDate.class);
    }

    /** The beginning of its hour. */
    default TimeExpression<M, LocalDateTime> startOfHour() {
        return DateParts.time(this, Part.HOUR, true, null, LocalDateTime.class);
    }

    /** The beginning of its hour; in a zone. */
    default TimeExpression<M, LocalDateTime> startOfHour(ZoneId zone) {
        return DateParts.time(this, Part.HOUR, true, zone, LocalDateTime.class);
    }

    /** The beginning of its minute. */
    default TimeExpression<M, LocalDateTime> startOfMinute() {
        return DateParts.time(this, Part.MINUTE, true, null, LocalDateTime.class);
    }

    /** The beginning of its minute; in a zone. */
    default TimeExpression<M, LocalDateTime> startOfMinute(ZoneId zone) {
        return DateParts.time(this, Part.MINUTE, true, zone, LocalDateTime.class);
    }

    /** The beginning of its second. */
    default TimeExpression<M, LocalDateTime> startOfSecond() {
        return DateParts.time(this, Part.SECOND, true, null, LocalDateTime.class);
    }

    /** The beginning of its second; in a zone. */
    default TimeExpression<M, LocalDateTime> startOfSecond(ZoneId zone) {
        return DateParts.time(this, Part.SECOND, true, zone, LocalDateTime.class);
    }

    @Override
    default TimeExpression<M, T> coalesce(T otherwise) {
        return of(OrderedExpression.super.coalesce(otherwise));
    }

    @Override
    default TimeExpression<M, T> coalesce(Expression<M, T> otherwise) {
        return of(OrderedExpression.super.coalesce(otherwise));
    }
}
