package nuages.data.row;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.List;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one Java type are kept in columns. Immutable; threads share it.
 *
 * @param <T> the Java type
 */
public interface Codec<T> {
    /** Reads them. */
    ColumnReader reader(Dialect dialect);

    /** What is passed to the driver. */
    default @Nullable Object encode(T value) {
        return value;
    }

    /** What the driver's type does not tell the database. */
    default ValueKind kind() {
        return ValueKind.PLAIN;
    }

    /** The class of the values, where it matters for the SQL around them, as it does for numbers and times. */
    default Class<?> type() {
        return Object.class;
    }

    /** What is passed to the driver; NULL as it is. */
    default @Nullable Object encodeOrNull(@Nullable T value) {
        return value == null ? null : encode(value);
    }

    /**
     * Values that every database keeps: String, numbers, boolean, java.time, UUID, byte[].
     *
     * @throws IllegalArgumentException when asked for a reader, if the type is none of these
     */
    static <T> Codec<T> of(Class<T> type) {
        return new PlainCodec<>(type, PlainCodec.kindOf(type));
    }

    /** Decimal numbers with as many places as the column has, also where the database forgets zeros at the end. */
    static Codec<BigDecimal> decimal(int places) {
        return new Decimals(of(BigDecimal.class), places);
    }

    /** Constants of an enum, by their names. */
    static <E extends Enum<E>> Codec<E> names(Class<E> type) {
        return new EnumNames<>(type);
    }

    /** Constants of an enum, by their codes. */
    static <C, E extends Enum<E> & Coded<C>> Codec<E> codes(Class<E> type, Class<C> code) {
        return new EnumCodes<>(type, of(code));
    }

    /** Constants of an enum as columns of its type keep them: by their codes, if they have some, or their names. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static <E> Codec<E> constants(Class<E> type) {
        return (Codec<E>) (Coded.class.isAssignableFrom(type) ? EnumCodes.of((Class) type) : names((Class) type));
    }

    /** Objects as JSON documents. */
    static <T> Codec<T> json(Class<T> type) {
        return new JsonDocuments<>(type);
    }

    /** Objects of a generic class as JSON documents: {@code json(Map.class, String.class, generic(List.class, Integer.class))}. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <T> Codec<T> json(Class<?> type, Type... arguments) {
        return new JsonDocuments<>(generic(type, arguments));
    }

    /** A generic class with arguments. */
    static Type generic(Class<?> type, Type... arguments) {
        return new GenericType(type, List.of(arguments));
    }

    /** JSON documents as texts. */
    static Codec<String> jsonText() {
        return JsonDocuments.TEXT;
    }

    /** Addresses of the Internet, as texts. */
    static Codec<String> ipAddress() {
        return IpAddresses.TEXT;
    }

    /** Addresses of the Internet. */
    static Codec<InetAddress> inetAddress() {
        return IpAddresses.ADDRESS;
    }

    /**
     * Lists as arrays, which only PostgreSQL has; of String, Short, Integer, Long, Double, Boolean or UUID, or of constants
     * of an enum by their codes, if they have some, or their names.
     */
    static <T> Codec<List<T>> array(Class<T> element) {
        return Arrays.of(element);
    }
}
