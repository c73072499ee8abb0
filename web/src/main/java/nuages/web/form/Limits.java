package nuages.web.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;

/**
 * What a column takes, besides what the constraints of its field say. Immutable.
 *
 * @param characters how many there may be; 0 for any number
 * @param digits how many a decimal number may have; 0 for any number
 * @param places how many of them may stand behind the point
 * @param lines whether it is text of any length
 * @param url whether it is an address of the web
 */
record Limits(int characters, int digits, int places, boolean lines, boolean url) {
    static final Limits NONE = new Limits(0, 0, 0, false, false);

    static Limits of(Column column, boolean url) {
        return switch (column.type()) {
            case ColumnType.Characters text -> new Limits(text.max(), 0, 0, text.max() == 0, url);
            case ColumnType.Decimal number -> new Limits(0, number.digits(), number.places(), false, false);
            case ColumnType.Text _ -> new Limits(0, 0, 0, true, url);
            default -> NONE;
        };
    }

    /** The same where a constraint says how long a text may be, in words of its own. */
    Limits ofAnyLength() {
        return new Limits(0, digits, places, lines, url);
    }

    /** What is wrong with a value, if something is. */
    Optional<String> problem(Object value) {
        if (value instanceof String text && characters > 0 && text.codePointCount(0, text.length()) > characters) {
            return Optional.of(Sentences.tooLong(characters));
        }
        if (value instanceof BigDecimal number && digits > 0 && !fits(number)) {
            return Optional.of(Sentences.tooManyDigits(digits, places));
        }
        return Optional.empty();
    }

    private boolean fits(BigDecimal number) {
        var bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return bare.scale() <= places
                && bare.setScale(places, RoundingMode.UNNECESSARY).precision() <= digits;
    }
}
