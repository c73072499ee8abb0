package nuages.web.form;

import static nuages.web.form.Widget.Kind.NUMBER;
import static nuages.web.form.Widget.Kind.TEXT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Numbers as they are typed: with a point, and with nothing that groups digits. */
final class Numbers {
    /** A decimal number of more digits, before or after the point, is nobody's. */
    private static final int MOST_DIGITS = 1000;

    private Numbers() {}

    static Plain<Byte> bytes() {
        return whole(Byte.class, Byte::valueOf, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    static Plain<Short> shorts() {
        return whole(Short.class, Short::valueOf, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    static Plain<Integer> ints() {
        return whole(Integer.class, Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static Plain<Long> longs() {
        return whole(Long.class, Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Plain<BigInteger> bigIntegers() {
        return new Plain<>(
                BigInteger.class,
                NUMBER,
                "must be a whole number",
                text -> isShort(text) && written(text, false) ? new BigInteger(text) : null,
                BigInteger::toString);
    }

    private static <N extends Number> Plain<N> whole(Class<N> type, Function<String, N> reader, long least, long most) {
        return new Plain<>(
                type,
                NUMBER,
                "must be a whole number from " + least + " to " + most,
                text -> written(text, false) ? reader.apply(text) : null,
                Object::toString);
    }

    static Plain<Float> floats() {
        return new Plain<>(
                Float.class,
                NUMBER,
                "must be a number",
                text -> written(text, true) ? finite(Float.valueOf(text)) : null,
                Object::toString);
    }

    static Plain<Double> doubles() {
        return new Plain<>(
                Double.class,
                NUMBER,
                "must be a number",
                text -> written(text, true) ? finite(Double.valueOf(text)) : null,
                Object::toString);
    }

    static Plain<BigDecimal> decimals() {
        return new Plain<>(BigDecimal.class, NUMBER, "must be a number", Numbers::decimal, BigDecimal::toPlainString);
    }

    static Plain<Character> characters() {
        return new Plain<>(
                Character.class,
                TEXT,
                "must be one character",
                text -> text.length() == 1 ? (Character) text.charAt(0) : null,
                Object::toString);
    }

    private static @Nullable BigDecimal decimal(String text) {
        if (!isShort(text) || !written(text, true)) {
            return null;
        }
        var number = new BigDecimal(text);
        boolean small = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
        return small ? number : null;
    }

    private static <N extends Number> @Nullable N finite(N number) {
        return Double.isFinite(number.doubleValue()) ? number : null;
    }

    /** Whether it takes no time to speak of to read it: that grows with the square of the digits. */
    private static boolean isShort(String text) {
        return text.length() <= 2 * MOST_DIGITS;
    }

    /** Whether there is nothing in it that numbers are not made of; Java reads some more, such as 0x1p3 and 1d. */
    private static boolean written(String text, boolean fraction) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean part = (c >= '0' && c <= '9') || c == '+' || c == '-';
            if (!part && !(fraction && (c == '.' || c == 'e' || c == 'E'))) {
                return false;
            }
        }
        return true;
    }
}
