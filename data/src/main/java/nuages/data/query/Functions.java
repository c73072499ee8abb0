package nuages.data.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nuages.data.row.Codec;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Wordings;

/** Functions that belong to no field, and functions of a user's own. */
public final class Functions {
    private Functions() {}

    /** The same value for each row. */
    public static <M, T> Expression<M, T> value(T value) {
        return Expression.of(Codecs.value(value), Codecs.of(value));
    }

    /** A condition as a value. */
    public static <M> Expression<M, Boolean> truth(Condition<M> condition) {
        return Expression.of(condition.node(), Codecs.BOOLEAN);
    }

    /** Within a subquery, a value of the query around it. */
    public static <I, O, T> Expression<I, T> outer(Expression<O, T> of) {
        return Expression.of(new Node.Outer(of.node()), of.codec());
    }

    /** The first that is not NULL. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M, T> Expression<M, T> coalesce(Expression<M, T> first, Expression<M, T>... others) {
        return call(Function.COALESCE, first, others);
    }

    /** The greatest of them; NULL if one is. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M, T> Expression<M, T> greatest(
            Expression<M, T> first, Expression<M, T> second, Expression<M, T>... others) {
        return call(Function.GREATEST, first, second, others);
    }

    /** The least of them; NULL if one is. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M, T> Expression<M, T> least(
            Expression<M, T> first, Expression<M, T> second, Expression<M, T>... others) {
        return call(Function.LEAST, first, second, others);
    }

    /** All texts in a row; what is NULL is an empty text. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> TextExpression<M> concat(Expression<M, String> first, Expression<M, String>... others) {
        return TextExpression.of(call(Function.CONCAT, first, others));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <M, T> Expression<M, T> call(
            Function function, Expression<M, T> first, Expression<M, T> second, Expression<M, T>... others) {
        var all = new ArrayList<Node>(List.of(first.node(), second.node()));
        Arrays.stream(others).map(Expression::node).forEach(all::add);
        return Expression.of(new Node.Call(function, all), first.codec());
    }

    @SuppressWarnings("varargs")
    private static <M, T> Expression<M, T> call(Function function, Expression<M, T> first, Expression<M, T>[] others) {
        var all = new ArrayList<Node>(List.of(first.node()));
        Arrays.stream(others).map(Expression::node).forEach(all::add);
        return Expression.of(new Node.Call(function, all), first.codec());
    }

    /** The time at which the database runs the statement. */
    public static <M> TimeExpression<M, Instant> now() {
        return TimeExpression.of(new Node.Call(Function.NOW, List.of()), Codec.of(Instant.class));
    }

    /** A number of at least 0 and less than 1, another one for each row. */
    public static <M> NumberExpression<M, Double> random() {
        return NumberExpression.of(new Node.Call(Function.RANDOM, List.of()), Codecs.DOUBLE);
    }

    /** A random UUID, another one for each row. */
    public static <M> Expression<M, UUID> randomUuid() {
        return Expression.of(new Node.Call(Function.UUID4, List.of()), Codec.of(UUID.class));
    }

    /** A UUID of version 7, which begins with the time in milliseconds; another one for each row. */
    public static <M> Expression<M, UUID> timeOrderedUuid() {
        return Expression.of(new Node.Call(Function.UUID7, List.of()), Codec.of(UUID.class));
    }

    /**
     * An object of JSON that has these values by these names; NULL is its null. Texts, numbers, truth and JSON are what they
     * are; all else is a text as each database writes it.
     */
    public static <M> JsonExpression<M, String> jsonObject(Map<String, ? extends Expression<M, ?>> values) {
        var arguments = new ArrayList<Node>();
        values.forEach((name, value) -> {
            arguments.add(Codecs.value(name));
            arguments.add(JsonParts.of(value));
        });
        return JsonExpression.of(new Node.Call(Function.JSON_OBJECT, arguments), Codecs.JSON);
    }

    /** A list of JSON that has these values; see {@link #jsonObject}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> JsonExpression<M, String> jsonArray(Expression<M, ?>... values) {
        var arguments = Arrays.stream(values).map(JsonParts::of).toList();
        return JsonExpression.of(new Node.Call(Function.JSON_ARRAY, arguments), Codecs.JSON);
    }

    /** The number of the circle. */
    public static <M> NumberExpression<M, Double> pi() {
        return NumberExpression.of(new Node.Call(Function.PI, List.of()), Codecs.DOUBLE);
    }

    /** e to the power of the number. */
    public static <M> NumberExpression<M, Double> exp(NumberExpression<M, ?> of) {
        return real(Function.EXP, of);
    }

    /** The natural logarithm. */
    public static <M> NumberExpression<M, Double> ln(NumberExpression<M, ?> of) {
        return real(Function.LN, of);
    }

    /** The sine of an angle in radians. */
    public static <M> NumberExpression<M, Double> sin(NumberExpression<M, ?> of) {
        return real(Function.SIN, of);
    }

    /** The cosine of an angle in radians. */
    public static <M> NumberExpression<M, Double> cos(NumberExpression<M, ?> of) {
        return real(Function.COS, of);
    }

    /** The tangent of an angle in radians. */
    public static <M> NumberExpression<M, Double> tan(NumberExpression<M, ?> of) {
        return real(Function.TAN, of);
    }

    /** The cotangent of an angle in radians. */
    public static <M> NumberExpression<M, Double> cot(NumberExpression<M, ?> of) {
        return real(Function.COT, of);
    }

    /** The angle, in radians, whose sine it is. */
    public static <M> NumberExpression<M, Double> asin(NumberExpression<M, ?> of) {
        return real(Function.ASIN, of);
    }

    /** The angle, in radians, whose cosine it is. */
    public static <M> NumberExpression<M, Double> acos(NumberExpression<M, ?> of) {
        return real(Function.ACOS, of);
    }

    /** The angle, in radians, whose tangent it is. */
    public static <M> NumberExpression<M, Double> atan(NumberExpression<M, ?> of) {
        return real(Function.ATAN, of);
    }

    /** The angle of a point, in radians. */
    public static <M> NumberExpression<M, Double> atan2(NumberExpression<M, ?> y, NumberExpression<M, ?> x) {
        var arguments = List.of(y.asDouble().node(), x.asDouble().node());
        return NumberExpression.of(new Node.Call(Function.ATAN2, arguments), Codecs.DOUBLE);
    }

    /** An angle in degrees instead of radians. */
    public static <M> NumberExpression<M, Double> degrees(NumberExpression<M, ?> of) {
        return real(Function.DEGREES, of);
    }

    /** An angle in radians instead of degrees. */
    public static <M> NumberExpression<M, Double> radians(NumberExpression<M, ?> of) {
        return real(Function.RADIANS, of);
    }

    private static <M> NumberExpression<M, Double> real(Function function, NumberExpression<M, ?> of) {
        return NumberExpression.of(new Node.Call(function, List.of(of.asDouble().node())), Codecs.DOUBLE);
    }

    /**
     * SQL of a user's own, with a question mark for each argument, such as {@code similarity(?, ?)}; two question marks are
     * one that is none. To be kept in a constant, with a typed method around it:
     *
     * <pre>{@code
     * private static final Functions.Template SIMILARITY = Functions.sql("similarity(?, ?)");
     *
     * static <M> NumberExpression<M, Double> similarity(TextExpression<M> text, String other) {
     *     return NumberExpression.of(SIMILARITY.of(Double.class, text, Functions.value(other)));
     * }
     * }</pre>
     */
    public static Template sql(String text) {
        return new Template(new Wordings(Wordings.parts(text), Map.of()));
    }

    /** SQL of a user's own; never made of what a visitor sends, which is passed as an argument. Immutable; threads share it. */
    public static final class Template {
        private final Wordings wordings;

        private Template(Wordings wordings) {
            this.wordings = wordings;
        }

        /** The same with another text for one kind of database, by its name: PostgreSQL, MariaDB or SQLite. */
        public Template on(String database, String text) {
            var own = new HashMap<>(wordings.own());
            own.put(database, Wordings.parts(text));
            return new Template(new Wordings(wordings.standard(), Map.copyOf(own)));
        }

        /** A value of that type. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <M, T> Expression<M, T> of(Class<T> type, Expression<M, ?>... arguments) {
            return Expression.of(node(arguments), Codecs.of(type));
        }

        /** A condition. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <M> Condition<M> condition(Expression<M, ?>... arguments) {
            return Condition.of(node(arguments));
        }

        private Node node(Expression<?, ?>[] arguments) {
            var nodes = Arrays.stream(arguments).<Node>map(Expression::node).toList();
            return new Node.Template(wordings, nodes);
        }
    }
}
