package nuages.project.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Classes, and what they were made of: from which the next ones can be made with less work. Immutable.
 *
 * @param folder where the classes are
 * @param setting the mark of what they were compiled with
 * @param sources all sources of them, as they were
 * @param origins which source a class comes of, by the names in class files
 */
record Build(Path folder, String setting, Look sources, Map<String, String> origins) {
    private static final String FILE = "made-of";
    private static final String SEPARATOR = "\t";
    private static final int PARTS = 4;

    /** Writes what the classes were made of beside them. */
    void write() throws IOException {
        var lines = new ArrayList<String>();
        lines.add(setting);
        sources.files()
                .forEach((file, stamp) -> lines.add(String.join(
                        SEPARATOR,
                        "source",
                        file.toString(),
                        String.valueOf(stamp.size()),
                        stamp.time().toInstant().toString())));
        origins.forEach((name, source) -> lines.add(String.join(SEPARATOR, "class", name, source, "")));
        Files.write(folder.resolve(FILE), lines);
    }

    /** What was written beside classes; empty if nothing was, or nothing that is understood. */
    static Optional<Build> read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        try {
            return lines.isEmpty() ? Optional.empty() : Optional.of(read(folder, lines));
        } catch (IllegalArgumentException | DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Build read(Path folder, List<String> lines) {
        var sources = new TreeMap<Path, Look.Stamp>();
        var origins = new HashMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            var parts = line.split(SEPARATOR, -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException(line);
            }
            if (parts[0].equals("source")) {
                var time = FileTime.from(Instant.parse(parts[3]));
                sources.put(Path.of(parts[1]), new Look.Stamp(Long.parseLong(parts[2]), time));
            } else {
                origins.put(parts[1], parts[2]);
            }
        }
        return new Build(folder, lines.getFirst(), new Look(sources), Map.copyOf(origins));
    }
}
