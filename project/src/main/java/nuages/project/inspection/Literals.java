package nuages.project.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts of a database as they can stand in Java. */
final class Literals {
    private static final Set<Integer> INVISIBLE = Set.of(
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.SPACE_SEPARATOR,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private Literals() {}

    /** As a constant, whatever the text holds. */
    static String text(String value) {
        var written = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            written.append(escaped(value.charAt(i)));
        }
        return written.append('"').toString();
    }

    /** Texts as what an annotation takes: one by itself, several in braces. */
    static String texts(List<String> values) {
        return values.size() == 1
                ? text(values.getFirst())
                : values.stream().map(Literals::text).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                c < ' '
                        ? String.format(Locale.ROOT, "\\%03o", (int) c)
                        : c < 0x7f || (c > 0xa0 && Character.isDefined(c) && !INVISIBLE.contains(Character.getType(c)))
                                ? String.valueOf(c)
                                : String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }

    /** As a remark to the end of a line: nothing in it ends the line, or is taken for a character's number. */
    static String remark(String sentence) {
        return "// " + sentence.replaceAll("\\R|\\p{Cntrl}", " ").replace("\\", "\\\\");
    }
}
