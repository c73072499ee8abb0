package nuages.web.signing;

/** Whole numbers written with digits, capital and small letters: seconds since 1970 take six characters until 3769. */
final class Base62 {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int MOST = 10;

    private Base62() {}

    /** A number that is not negative, as text. */
    static String write(long number) {
        if (number < 0) {
            throw new IllegalArgumentException(number + " is negative: times before 1970 cannot be signed");
        }
        var text = new StringBuilder();
        long left = number;
        do {
            text.append(DIGITS.charAt((int) (left % DIGITS.length())));
            left /= DIGITS.length();
        } while (left > 0);
        return text.reverse().toString();
    }

    /**
     * The number that text stands for.
     *
     * @throws NumberFormatException if it stands for none, or for one of more than ten digits
     */
    static long read(String text) {
        if (text.isEmpty() || text.length() > MOST) {
            throw new NumberFormatException("a number of base 62 has one to ten digits");
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new NumberFormatException("a character that is no digit of base 62");
            }
            number = number * DIGITS.length() + digit;
        }
        return number;
    }
}
