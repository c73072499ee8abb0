package nuages.data.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file with sources, and after a line of dashes what becomes of them: the compiler's messages, or what was generated.
 * With {@code -Dgolden=write} it is written anew, to be read before it is kept.
 */
record Golden(Path file, Map<String, String> sources, String expected) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "compile");
    private static final String DASHES = "--------\n";
    private static final String START = "=== ";

    static List<Golden> all(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().map(Golden::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path file) {
        try {
            String text = Files.readString(file);
            int dashes = text.indexOf(DASHES);
            String given = dashes < 0 ? text : text.substring(0, dashes);
            return new Golden(file, sources(given), dashes < 0 ? "" : text.substring(dashes + DASHES.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sources(String text) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String part : text.split("(?m)^" + START)) {
            int end = part.indexOf('\n');
            if (!part.isBlank()) {
                sources.put(part.substring(0, end).strip(), part.substring(end + 1));
            }
        }
        return sources;
    }

    /** What is expected; or, if it is to be written anew, what is there. */
    String expected(String found) {
        if (!"write".equals(System.getProperty("golden"))) {
            return expected;
        }
        try {
            String text = Files.readString(file);
            int dashes = text.indexOf(DASHES);
            Files.writeString(file, (dashes < 0 ? text : text.substring(0, dashes)) + DASHES + found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString().replace(".txt", "").replace('-', ' ');
    }
}
