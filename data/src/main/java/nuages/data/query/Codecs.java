package nuages.data.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.row.Coded;
import nuages.data.row.ValueKind;
import nuages.data.syntax.Node;

/** Codecs that are used again and again, and what follows from a codec's type. */
final class Codecs {
    static final Codec<String> TEXT = Codec.of(String.class);
    static final Codec<Long> LONG = Codec.of(Long.class);
    static final Codec<Integer> INTEGER = Codec.of(Integer.class);
    static final Codec<Double> DOUBLE = Codec.of(Double.class);
    static final Codec<BigDecimal> DECIMAL = Codec.of(BigDecimal.class);
    static final Codec<Boolean> BOOLEAN = Codec.of(Boolean.class);
    static final Codec<String> JSON = Codec.jsonText();

    private static final List<Class<?>> WHOLE = List.of(
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            int.class,
            long.class,
            short.class,
            byte.class,
            BigInteger.class);

    private Codecs() {}

    static boolean whole(Codec<?> codec) {
        return WHOLE.contains(codec.type());
    }

    /** For what is computed of values, whose places are their own. */
    @SuppressWarnings("unchecked")
    static <N> Codec<N> computed(Codec<N> codec) {
        return decimal(codec) ? (Codec<N>) DECIMAL : codec;
    }

    static boolean decimal(Codec<?> codec) {
        return codec.type() == BigDecimal.class;
    }

    /** A value of which only its class is known, said in a way that a database need not guess. */
    static Node.Value value(Object value) {
        return switch (value) {
            case String text -> new Node.Value(text, ValueKind.TEXT);
            case Integer number -> new Node.Value(number.longValue(), ValueKind.WHOLE);
            case Long number -> new Node.Value(number, ValueKind.WHOLE);
            case BigDecimal number -> new Node.Value(number, ValueKind.DECIMAL);
            case Coded<?> constant -> value(constant.code());
            case Enum<?> constant -> new Node.Value(constant.name(), ValueKind.TEXT);
            default -> Node.Value.of(value);
        };
    }

    /** A codec for values of the same class as this. */
    @SuppressWarnings("unchecked")
    static <T> Codec<T> of(T value) {
        return of((Class<T>) (value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass()));
    }

    /** A codec for values of a class. */
    static <T> Codec<T> of(Class<T> type) {
        return type.isEnum() ? Codec.constants(type) : Codec.of(type);
    }

    /** A whole number that is a part of the SQL. */
    static Node number(long number) {
        return new Node.Literal(String.valueOf(number));
    }
}
