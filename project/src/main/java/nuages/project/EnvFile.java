package nuages.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code NAME=value} lines, {@code .env} by custom.
 *
 * <p>Empty lines and lines that begin with {@code #} say nothing; {@code export} before a name is allowed. A bare value
 * ends before a {@code #} that follows a blank. {@code 'single quotes'} keep everything as it is; in
 * {@code "double quotes"} a backslash stands before {@code n}, {@code r}, {@code t}, {@code "}, {@code $} and itself.
 * Nothing is substituted, and a value ends on its line. Of two lines with one name the later one counts.
 */
final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private final String name;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private EnvFile(String name) {
        this.name = name;
    }

    /** The values of a file; none if there is no such file. What cannot be understood becomes a problem. */
    static Map<String, Value> read(Path file, Problems problems) {
        var name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readAllLines(file), problems);
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException failure) {
            problems.add(name + " cannot be read (" + failure + "): make it a text file in UTF-8 that this process may"
                    + " read, or remove it");
            return Map.of();
        }
    }

    static Map<String, Value> parse(String name, List<String> lines, Problems problems) {
        var file = new EnvFile(name);
        for (var number = 1; number <= lines.size(); number++) {
            file.line(number, lines.get(number - 1).strip(), problems);
        }
        return file.values;
    }

    private void line(int number, String line, Problems problems) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var source = name + " line " + number;
        var parts = LINE.matcher(line);
        var value = parts.matches() ? value(parts.group(2)) : null;
        if (value == null) {
            problems.add(
                    source + " cannot be understood: write NAME=value, with quotes around a value that has blanks at"
                            + " its ends or a #, for example NUAGES_PORT=8000");
        } else {
            values.put(parts.group(1), new Value(value, source));
        }
    }

    private static @Nullable String value(String text) {
        if (text.startsWith("'")) {
            var end = text.indexOf('\'', 1);
            return end > 0 && onlyComment(text.substring(end + 1)) ? text.substring(1, end) : null;
        }
        return text.startsWith("\"")
                ? quoted(text)
                : COMMENT.matcher(text).replaceFirst("").strip();
    }

    private static @Nullable String quoted(String text) {
        var value = new StringBuilder();
        for (var at = 1; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '"') {
                return onlyComment(text.substring(at + 1)) ? value.toString() : null;
            }
            if (character == '\\' && at + 1 < text.length()) {
                at++;
                value.append(unescaped(text.charAt(at)));
            } else {
                value.append(character);
            }
        }
        return null;
    }

    private static String unescaped(char escaped) {
        return switch (escaped) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\', '$' -> String.valueOf(escaped);
            default -> "\\" + escaped;
        };
    }

    private static boolean onlyComment(String rest) {
        return rest.isBlank() || rest.strip().startsWith("#");
    }

    /** What a name is set to, and where. */
    record Value(String text, String source) {}
}
