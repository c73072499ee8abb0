package nuages.web.template;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A template is wrong, or something failed within it. Its message names the template and the line, and shows that line. */
public final class TemplateException extends NuagesException {
    private static final long serialVersionUID = 1;
    private static final int AROUND = 2;

    private final String template;
    private final int line;
    private final String reason;
    private final @Nullable String place;
    private final transient List<String> excerpt;

    private TemplateException(
            String template,
            int line,
            String reason,
            @Nullable String place,
            List<String> excerpt,
            @Nullable Throwable cause) {
        super(message(template, line, reason, excerpt), cause);
        this.template = template;
        this.line = line;
        this.reason = reason;
        this.place = place;
        this.excerpt = excerpt;
    }

    /** Something is wrong with a whole template, or with one that is not there. */
    public static TemplateException of(String template, String reason, @Nullable Throwable cause) {
        return new TemplateException(template, 0, reason, null, List.of(), cause);
    }

    /**
     * Something is wrong in a line of a template.
     *
     * @param line the line, beginning with 1
     * @param place where the template is, for people
     * @param text the whole template, to show the line
     */
    public static TemplateException at(
            String template, int line, String reason, String place, String text, @Nullable Throwable cause) {
        return new TemplateException(
                template, line, reason, place, excerpt(text.lines().toList(), line), cause);
    }

    /** The name of the template. */
    public String template() {
        return template;
    }

    /** The line, beginning with 1, if it is known. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** What is wrong, without where. */
    public String reason() {
        return reason;
    }

    /** Where the template is, if it is known. */
    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    /** The line and those around it, each with its number. */
    public List<String> excerpt() {
        return excerpt == null ? List.of() : excerpt; // null after deserialization
    }

    private static String message(String template, int line, String reason, List<String> excerpt) {
        var where = line > 0 ? template + ":" + line : template;
        var shown = excerpt.isEmpty() ? "" : "\n" + String.join("\n", excerpt);
        return where + ": " + reason + shown;
    }

    private static List<String> excerpt(List<String> lines, int line) {
        int from = Math.max(1, line - AROUND);
        int to = Math.min(lines.size(), line + AROUND);
        return IntStream.rangeClosed(from, to)
                .mapToObj(it -> (it == line ? " > " : "   ") + it + " | " + lines.get(it - 1))
                .toList();
    }
}
