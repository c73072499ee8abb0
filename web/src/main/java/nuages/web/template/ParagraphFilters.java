package nuages.web.template;

import static nuages.web.template.TextFilters.text;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuages.web.http.Html;
import org.jspecify.annotations.Nullable;

/** Filters that make HTML of text that people have written, by Django's names. What has markup already keeps it. */
final class ParagraphFilters {
    private static final Pattern NEW_LINE = Pattern.compile("\r\n|\r|\n");
    private static final Pattern PARAGRAPHS = Pattern.compile("\n{2,}");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/?][^>]*>?");
    private static final Pattern SPACE = Pattern.compile("(?<=\\s)|(?=\\s)");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    private static final int DEEPEST = 20;
    private static final String BEFORE = "([{<\"'";
    private static final String BEHIND = ".,:;!?)]}>\"'";

    private ParagraphFilters() {}

    static Map<String, TemplateFilter> all() {
        return Map.of(
                "linebreaks", (value, call) -> new Markup(paragraphs(html(value))),
                "linebreaksbr", (value, call) -> new Markup(lines(html(value)).replace("\n", "<br>")),
                "striptags", (value, call) -> stripped(text(value)),
                "urlize", (value, call) -> new Markup(linked(value, Integer.MAX_VALUE)),
                "urlizetrunc", (value, call) -> new Markup(linked(value, call.number(0, Integer.MAX_VALUE))));
    }

    /** Markup as it is, anything else escaped. */
    private static String html(@Nullable Object value) {
        return value instanceof Markup markup ? markup.html() : Html.escape(text(value));
    }

    private static String lines(String text) {
        return NEW_LINE.matcher(text).replaceAll("\n");
    }

    private static String paragraphs(String html) {
        return Stream.of(PARAGRAPHS.split(lines(html)))
                .map(it -> "<p>" + it.replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * Without tags, as far as one can tell without reading it as a browser would: what is left is still to be escaped. Where
     * without some of them others come about again and again, all that could begin one goes.
     */
    private static String stripped(String text) {
        var left = text;
        for (int i = 0; i < DEEPEST; i++) {
            var before = left;
            left = TAG.matcher(before).replaceAll("");
            if (left.length() == before.length()) {
                return left;
            }
        }
        return left.replace("<", "");
    }

    private static String linked(@Nullable Object value, int most) {
        boolean markup = value instanceof Markup;
        return SPACE.splitAsStream(text(value))
                .map(word -> linked(word, most, markup))
                .collect(Collectors.joining());
    }

    private static String linked(String word, int most, boolean markup) {
        int from = 0;
        int to = word.length();
        while (from < to && BEFORE.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BEHIND.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        var middle = word.substring(from, to);
        var target = target(middle);
        if (target == null) {
            return markup ? word : Html.escape(word);
        }
        var shown = Html.escape(TextFilters.truncated(middle, most));
        var rel = target.startsWith("mailto:") ? "" : " rel=\"nofollow\"";
        return Html.escape(word.substring(0, from)) + "<a href=\"" + Html.escape(target) + "\"" + rel + ">" + shown
                + "</a>" + Html.escape(word.substring(to));
    }

    private static @Nullable String target(String word) {
        if (word.startsWith("https://") || word.startsWith("http://")) {
            return word.length() > "https://".length() ? word : null;
        }
        if (word.startsWith("www.") && word.length() > "www.".length()) {
            return "https://" + word;
        }
        return word.length() < 255 && ADDRESS.matcher(word).matches() ? "mailto:" + word : null;
    }
}
