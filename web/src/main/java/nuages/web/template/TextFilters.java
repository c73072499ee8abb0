package nuages.web.template;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import nuages.web.http.Html;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;

/** Filters for short text, by Django's names. */
final class TextFilters {
    private static final char ELLIPSIS = '…';

    private TextFilters() {}

    static Map<String, TemplateFilter> all() {
        return Map.ofEntries(
                Map.entry("capfirst", (value, call) -> capitalized(text(value))),
                Map.entry("cut", (value, call) -> text(value).replace(call.text(0), "")),
                Map.entry("default_if_none", (value, call) -> value == null ? call.argument(0) : value),
                Map.entry("escapejs", (value, call) -> new Markup(forScripts(text(value)))),
                Map.entry("json_script", TextFilters::jsonScript),
                Map.entry("ljust", (value, call) -> padded(text(value), call.number(0, 0), false)),
                Map.entry("rjust", (value, call) -> padded(text(value), call.number(0, 0), true)),
                Map.entry("safe", (value, call) -> value == null ? null : new Markup(text(value))),
                Map.entry("slugify", (value, call) -> slug(text(value))),
                Map.entry("truncatechars", (value, call) -> truncated(text(value), call.number(0, 0))),
                Map.entry("truncatewords", (value, call) -> firstWords(text(value), call.number(0, 0))),
                Map.entry("wordcount", (value, call) -> words(text(value)).length),
                Map.entry("yesno", TextFilters::yesNo));
    }

    /** A value as text; nothing is no text. */
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String[] words(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String padded(String text, int width, boolean left) {
        var space = " ".repeat(Math.max(0, width - text.length()));
        return left ? space + text : text + space;
    }

    private static String slug(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
                slug.append(c);
            } else if ((c == '-' || Character.isWhitespace(c))
                    && !slug.isEmpty()
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (!slug.isEmpty() && (slug.charAt(slug.length() - 1) == '-' || slug.charAt(slug.length() - 1) == '_')) {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }

    /** At most so many characters, the last of them an ellipsis if some are left out. */
    static String truncated(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return most <= 1
                ? String.valueOf(ELLIPSIS)
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
    }

    private static String firstWords(String text, int most) {
        var words = words(text);
        if (words.length <= most) {
            return String.join(" ", words);
        }
        var first = new StringJoiner(" ");
        for (int i = 0; i < most; i++) {
            first.add(words[i]);
        }
        return first.toString() + " " + ELLIPSIS;
    }

    /** {@code yes,no,maybe}: for what is true, false and nothing; without the third, nothing is false. */
    private static String yesNo(@Nullable Object value, Call call) {
        var choices = call.text(0, "yes,no,maybe").split(",", -1);
        if (choices.length < 2) {
            throw new IllegalArgumentException(
                    "\"" + call.text(0) + "\" is one word where yesno needs two or three: write"
                            + " them with commas between, such as \"yes,no\"");
        }
        if (value == null) {
            return choices.length > 2 ? choices[2] : choices[1];
        }
        boolean no = value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0)
                || "".equals(value);
        return no ? choices[1] : choices[0];
    }

    /** What may stand within the quotes of a script: nothing in it ends the string or the script. */
    private static String forScripts(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || "\\'\"<>&=-;`\u2028\u2029".indexOf(c) >= 0) {
                escaped.append("\\u").append(String.format("%04X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A script element that holds the value as JSON, for scripts to read by its id; it is no code that runs. */
    private static Markup jsonScript(@Nullable Object value, Call call) {
        var json = "null";
        if (value != null && Response.json(value) instanceof Response.Full full) {
            json = new String(full.body(), StandardCharsets.UTF_8);
        }
        var safe = json.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026");
        var id = call.optional(0, "id").map(it -> " id=\"" + Html.escape(it.toString()) + "\"");
        return new Markup("<script" + id.orElse("") + " type=\"application/json\">" + safe + "</script>");
    }
}
