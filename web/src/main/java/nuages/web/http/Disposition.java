package nuages.web.http;

/** What a browser shall do with a file, and under which name (RFC 6266, with names as in RFC 8187). */
final class Disposition {
    private Disposition() {}

    /** The value of {@code Content-Disposition}. */
    static String of(String type, String filename) {
        var plain = new StringBuilder();
        var exact = new StringBuilder();
        filename.codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
            int safe =
                    c == '/' || c == '\\' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '_' : c;
            exact.appendCodePoint(safe);
            plain.append(safe < 127 && safe != '"' && safe != '%' ? (char) safe : '_');
        });
        String value = type + "; filename=\"" + plain + "\"";
        return exact.compareTo(plain) == 0
                ? value
                : value + "; filename*=UTF-8''" + PercentEncoding.query(exact.toString());
    }
}
