package nuages.data.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import nuages.data.connection.Database;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Postgres;
import nuages.data.error.RejectedValue;
import nuages.data.row.Codec;
import nuages.data.row.ValueKind;
import nuages.data.schema.ColumnType;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/** Makes values such as their columns keep them, or says why they cannot be kept, alike for every database. */
final class Fitting {
    private Fitting() {}

    /**
     * What is passed to the driver for a field of an object. The object gets the value as the column keeps it, so that it
     * equals one that is read.
     */
    @SuppressWarnings("unchecked")
    static <M extends KeyedModel<?>> @Nullable Object encoded(ModelType<M> type, M model, int place, Database on) {
        var property = type.properties().get(place);
        var value = type.value(model, place);
        if (value == null) {
            requireNullable(type, property);
            return null;
        }
        if (value instanceof KeyedRef<?, ?> ref) {
            ref.database().ifPresent(from -> Routing.refuse(type, property.name(), on, ref.target(), from));
            return ((Codec<Object>) property.codec()).encode(ref.key());
        }
        var fitted = fit(type, property, value, on.dialect());
        if (!fitted.equals(value)) {
            type.set(model, place, fitted);
        }
        return ((Codec<Object>) property.codec()).encode(fitted);
    }

    /** A value that a field of many rows is to have, as its column keeps it. */
    static Node fitted(ModelType<?> type, String field, Node value, Dialect dialect) {
        return value instanceof Node.Value(Object plain, ValueKind kind) && plain != null
                ? new Node.Value(fit(type, type.properties().get(type.place(field)), plain, dialect), kind)
                : value;
    }

    /** Whether the database puts in its default for a new row with that value; a 0 where null could say so is a value. */
    static boolean leftOut(Property property, @Nullable Object value) {
        return property.column().defaultSql() != null
                && (value == null
                        || (!property.column().nullable()
                                && value instanceof Number number
                                && number.doubleValue() == 0));
    }

    private static void requireNullable(ModelType<?> type, Property property) {
        if (!property.column().nullable()) {
            throw new RejectedValue(
                    type + "." + property.name() + " is null, and column \""
                            + property.column().name()
                            + "\" takes no NULL: nothing was saved.\n"
                            + "give it a value, or declare the field as @Nullable.",
                    null);
        }
    }

    private static Object fit(ModelType<?> type, Property property, Object value, Dialect dialect) {
        return switch (value) {
            case String text -> text(type, property, text, dialect);
            case Instant time -> time.truncatedTo(ChronoUnit.MICROS);
            case LocalDateTime time -> time.truncatedTo(ChronoUnit.MICROS);
            case LocalTime time -> time.truncatedTo(ChronoUnit.MICROS);
            case OffsetDateTime time -> time.truncatedTo(ChronoUnit.MICROS);
            case Duration time -> time.truncatedTo(ChronoUnit.MICROS);
            case BigDecimal number -> decimal(type, property, number);
            case Long number -> whole(type, property, number);
            case Integer number -> whole(type, property, number);
            case Double number -> real(type, property, number, dialect);
            case Float number -> real(type, property, number, dialect);
            default -> value;
        };
    }

    private static String text(ModelType<?> type, Property property, String text, Dialect dialect) {
        if (property.column().type() instanceof ColumnType.Characters(int max)
                && max > 0
                && text.length() > max
                && text.codePointCount(0, text.length()) > max) {
            throw rejected(
                    type,
                    property,
                    "is a text of " + text.codePointCount(0, text.length()) + " characters, and its column takes "
                            + max,
                    "shorten it, or raise @Size(max = " + max + ")");
        }
        if (dialect instanceof Postgres && text.indexOf('\0') >= 0) {
            throw rejected(
                    type,
                    property,
                    "holds the character NUL, which no text of PostgreSQL can",
                    "take it out, or keep such values as byte[]");
        }
        return text;
    }

    /** Rounded as PostgreSQL and MariaDB do it; SQLite would keep whatever it is given. */
    private static BigDecimal decimal(ModelType<?> type, Property property, BigDecimal number) {
        if (!(property.column().type() instanceof ColumnType.Decimal(int digits, int places)) || digits == 0) {
            return number;
        }
        var rounded = number.scale() == places ? number : number.setScale(places, RoundingMode.HALF_UP);
        if (rounded.precision() > digits) {
            throw rejected(
                    type,
                    property,
                    "is a number with more than " + (digits - places)
                            + " digits before the point, which its column has " + "no room for",
                    "choose a smaller number, or raise @Decimal(digits = " + digits + ")");
        }
        return rounded;
    }

    private static Number whole(ModelType<?> type, Property property, Number number) {
        long value = number.longValue();
        boolean fits = switch (property.column().type()) {
            case ColumnType.SmallInteger _ -> value == (short) value;
            case ColumnType.Whole _ -> value == (int) value;
            default -> true;
        };
        if (!fits) {
            throw rejected(
                    type,
                    property,
                    "is " + value + ", which is out of the range of its column",
                    "choose a smaller number, or declare the field as a larger type");
        }
        return number;
    }

    private static Number real(ModelType<?> type, Property property, Number number, Dialect dialect) {
        if (!(dialect instanceof Postgres) && !Double.isFinite(number.doubleValue())) {
            throw rejected(
                    type,
                    property,
                    "is " + number + ", which " + dialect.name() + " cannot keep",
                    "save a finite number, or null");
        }
        return number;
    }

    private static RejectedValue rejected(ModelType<?> type, Property property, String what, String advice) {
        return new RejectedValue(
                type + "." + property.name() + " " + what + ": nothing was saved.\n" + advice + ".", null);
    }
}
