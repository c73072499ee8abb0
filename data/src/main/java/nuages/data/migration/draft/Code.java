package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** An expression in Java: what it begins with, and methods called on that. For use by one thread. */
final class Code {
    private static final int WIDTH = 110;

    private final String head;
    private final List<Code> lines;
    private final List<String> calls = new ArrayList<>();

    private Code(String head, List<Code> lines) {
        this.head = head;
        this.lines = lines;
    }

    /** One that fits into a line. */
    static Code of(String text) {
        return new Code(text, List.of());
    }

    /** A call whose last arguments have a line each. */
    static Code of(String method, String first, List<Code> lines) {
        return new Code(method + "(" + first, lines);
    }

    /** A call of a method, whose arguments are code. */
    static Code call(String method, String... arguments) {
        return of(method + "(" + String.join(", ", arguments) + ")");
    }

    /** And a method is called on it. */
    Code then(String method, String... arguments) {
        calls.add("." + method + "(" + String.join(", ", arguments) + ")");
        return this;
    }

    /** As text whose first line is indented by somebody else. */
    String write(int indent) {
        String begin = lines.isEmpty() ? head : head + begun() + block(lines, indent + 8) + ")";
        String line = begin + String.join("", calls);
        int last = line.length() - line.lastIndexOf('\n') - 1 + (lines.isEmpty() ? indent : 0);
        return last <= WIDTH && (lines.isEmpty() || calls.isEmpty())
                ? line
                : begin
                        + calls.stream()
                                .map(it -> "\n" + " ".repeat(indent + 8) + it)
                                .collect(Collectors.joining());
    }

    private String begun() {
        return head.endsWith("(") ? "" : ",";
    }

    /** Each in a line of its own. */
    static String block(Collection<Code> all, int indent) {
        String margin = "\n" + " ".repeat(indent);
        return all.stream().map(it -> margin + it.write(indent)).collect(Collectors.joining(","));
    }

    /** A text in quotes. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            switch (it) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(it < ' ' ? "\\u%04x".formatted((int) it) : String.valueOf(it));
            }
        }
        return quoted.append('"').toString();
    }

    /** Texts in quotes. */
    static String[] quoted(List<String> texts) {
        return texts.stream().map(Code::quoted).toArray(String[]::new);
    }

    /** A list of texts. */
    static String list(List<String> texts) {
        return "List.of(" + String.join(", ", quoted(texts)) + ")";
    }
}
