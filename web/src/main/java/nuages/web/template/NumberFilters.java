package nuages.web.template;

import static nuages.web.template.TextFilters.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters for numbers, by Django's names. */
final class NumberFilters {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB"};
    private static final int UNIT = 1024;
    private static final int MOST_PLACES = 100;

    /** Of a number that comes from outside; to read and to write more takes long. */
    private static final int MOST_DIGITS = 1000;

    private NumberFilters() {}

    static Map<String, TemplateFilter> all() {
        return Map.of(
                "add", (value, call) -> add(value, call.argument(0)),
                "divisibleby",
                        (value, call) -> decimal(value)
                                        .remainder(decimal(call.argument(0)))
                                        .signum()
                                == 0,
                "filesizeformat", (value, call) -> size(decimal(value), call.locale()),
                "floatformat", NumberFilters::floatFormat,
                "intcomma", (value, call) -> grouped(decimal(value).toPlainString(), call.locale()),
                "pluralize", NumberFilters::pluralize);
    }

    static BigDecimal decimal(@Nullable Object value) {
        try {
            return switch (value) {
                case BigDecimal decimal -> decimal;
                case Number number -> new BigDecimal(number.toString());
                case null -> BigDecimal.ZERO;
                default -> decimal(text(value).strip());
            };
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("\"" + value + "\" is no number: put this filter behind one", notOne);
        }
    }

    private static BigDecimal decimal(String text) {
        if (text.length() <= MOST_DIGITS) {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number has more than " + MOST_DIGITS
                + " digits: check what comes from outside with a form, before a template shows it");
    }

    private static Object add(@Nullable Object value, @Nullable Object more) {
        boolean numbers = value instanceof Number && more instanceof Number;
        return numbers ? decimal(value).add(decimal(more)) : text(value) + text(more);
    }

    /** {@code floatformat(2)} is two places always, {@code floatformat(-2)} two places unless the number is whole. */
    private static String floatFormat(@Nullable Object value, Call call) {
        if (value == null) {
            return "";
        }
        int places = call.number(0, -1);
        if (Math.abs(places) > MOST_PLACES) {
            throw new IllegalArgumentException(places + " places are more than " + MOST_PLACES + ": ask for fewer");
        }
        var number = decimal(value);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        var rounded = number.setScale(places < 0 && whole ? 0 : Math.abs(places), RoundingMode.HALF_UP)
                .toPlainString();
        return rounded.replace(
                '.', DecimalFormatSymbols.getInstance(call.locale()).getDecimalSeparator());
    }

    /** Groups of three digits, as the language has them. */
    private static String grouped(String plain, Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        var grouped = new StringBuilder(plain.substring(0, end));
        int first = plain.startsWith("-") ? 1 : 0;
        for (int i = end - 3; i > first; i -= 3) {
            grouped.insert(i, symbols.getGroupingSeparator());
        }
        return point < 0
                ? grouped.toString()
                : grouped.append(symbols.getDecimalSeparator())
                        .append(plain, point + 1, plain.length())
                        .toString();
    }

    private static String size(BigDecimal bytes, Locale locale) {
        var left = bytes;
        int unit = 0;
        while (unit < UNITS.length - 1 && left.abs().compareTo(BigDecimal.valueOf(UNIT)) >= 0) {
            left = left.divide(BigDecimal.valueOf(UNIT));
            unit++;
        }
        if (unit == 0) {
            return left.setScale(0, RoundingMode.DOWN) + (left.compareTo(BigDecimal.ONE) == 0 ? " byte" : " bytes");
        }
        return grouped(left.setScale(1, RoundingMode.HALF_UP).toPlainString(), locale) + " " + UNITS[unit];
    }

    /** {@code vote{{ n | pluralize }}}, {@code {{ n | pluralize('y,ies') }}}; of a collection its size counts. */
    private static String pluralize(@Nullable Object value, Call call) {
        var endings = call.text(0, "s").split(",", -1);
        if (endings.length > 2) {
            throw new IllegalArgumentException("\"" + call.text(0) + "\" has " + endings.length
                    + " endings: write one, or two with a comma between");
        }
        var singular = endings.length == 2 ? endings[0] : "";
        var plural = endings[endings.length - 1];
        var number = value instanceof Collection<?> many ? BigDecimal.valueOf(many.size()) : decimal(value);
        return number.compareTo(BigDecimal.ONE) == 0 ? singular : plural;
    }
}
