package nuages.data.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import nuages.data.dialect.Sqlite;
import nuages.data.settings.DatabaseUrl.Place;

/** The URLs of SQLite databases: {@code sqlite:site.db}, {@code sqlite:///var/lib/site.db}, {@code sqlite::memory:}. */
final class SqliteUrls {
    private static final String MEMORY = ":memory:";
    private static final String EXAMPLE = "write sqlite:site.db for a file in the working directory, or "
            + "sqlite:///var/lib/site.db for one anywhere";

    private SqliteUrls() {}

    static Place place(UrlText text, Map<String, String> options) {
        String path = text.decoded(text.body());
        if (path.equals(MEMORY) || path.equals("//" + MEMORY)) {
            return memory(options);
        }
        if (path.startsWith("//") && !path.startsWith("///")) {
            throw text.wrong("behind two slashes stands a server, and SQLite has none", EXAMPLE);
        }
        return file(text, path, options);
    }

    /** The driver's own URL; one that begins with {@code file:} is SQLite's and keeps all of its options. */
    static Place jdbc(UrlText text, String rest, Map<String, String> options) {
        if (rest.equals(MEMORY) || rest.isEmpty()) {
            return memory(options);
        }
        return file(text, rest.startsWith("file:") ? rest.substring("file:".length()) : rest, options);
    }

    private static Place memory(Map<String, String> options) {
        return new Place(Sqlite.embedded(), "jdbc:sqlite:" + MEMORY, options, true);
    }

    private static Place file(UrlText text, String path, Map<String, String> options) {
        Path file = path(text, path);
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw text.wrong(file + " is a folder", EXAMPLE);
        }
        if (!Files.isDirectory(folder)) {
            throw text.wrong(
                    "the folder " + folder + " of its file does not exist",
                    "create the folder, or correct the path; " + EXAMPLE);
        }
        return new Place(Sqlite.embedded(), "jdbc:sqlite:" + file, options, false);
    }

    private static Path path(UrlText text, String path) {
        if (path.isBlank()) {
            throw text.wrong("it names no file", EXAMPLE);
        }
        if (path.contains("?")) {
            throw text.wrong("the driver cannot open files with a question mark in their path", EXAMPLE);
        }
        try {
            return Path.of(path.startsWith("///") ? path.substring(2) : path)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException notPath) {
            throw text.wrong("its path is none: " + notPath.getReason(), EXAMPLE);
        }
    }

    /** What the driver sets on each new connection. The timeout is for writers of other processes. */
    static void defaults(Properties properties) {
        properties.setProperty("busy_timeout", "5000");
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "NORMAL");
        properties.setProperty("foreign_keys", "true");
    }
}
