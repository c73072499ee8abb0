package nuages.web.staticfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nuages.data.error.SettingsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which names stand for which, of files that were collected, in the format of Django's {@code staticfiles.json}. Immutable.
 *
 * @param paths the names with a hash, by the names that templates use
 */
record Manifest(SortedMap<String, String> paths) {
    private static final String FILE = "staticfiles.json";
    private static final String VERSION = "1.1";

    /** That of a folder; empty if nothing was collected there. */
    static Optional<Manifest> read(Path root) {
        var file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var paths = new TreeMap<String, String>();
            JsonNode written = JsonMapper.shared().readTree(Files.readAllBytes(file));
            written.path("paths")
                    .properties()
                    .forEach(it -> paths.put(it.getKey(), it.getValue().asString()));
            return Optional.of(new Manifest(paths));
        } catch (IOException | JacksonException broken) {
            throw new SettingsException(
                    file + " cannot be read (" + broken.getMessage() + "), so that no static file has its name: run"
                            + " collectstatic again",
                    broken);
        }
    }

    /** Puts it into a folder, as a whole. */
    void write(Path root) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("paths", paths);
        written.put("version", VERSION);
        written.put("hash", Hash.of(paths.toString().getBytes(StandardCharsets.UTF_8)));
        try {
            var draft = root.resolve(FILE + ".new");
            Files.write(draft, JsonMapper.shared().writeValueAsBytes(written));
            Files.move(draft, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
