package nuages.project.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nuages.data.error.SettingsException;

/** Files in the making: templates with words put into them. One thread uses it. */
final class Draft {
    private final Map<String, String> words;
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final List<Path> programs = new ArrayList<>();
    private final Set<Path> secrets = new HashSet<>();

    /** A draft with words for the names in double braces. */
    Draft(Map<String, String> words) {
        this.words = words;
    }

    /** Adds a file made of a template. */
    Draft file(Path place, String template) {
        texts.put(place, fill(read(template)));
        return this;
    }

    /** Adds a file that can be run. */
    Draft program(Path place, String template) {
        programs.add(place);
        return file(place, template);
    }

    /** Adds a file that nobody else on this machine may read. */
    Draft secret(Path place, String template) {
        secrets.add(place);
        return file(place, template);
    }

    /** Writes all files; if one of them is there already, none. */
    List<Path> write() {
        var there = texts.keySet().stream().filter(Files::exists).toList();
        if (!there.isEmpty()) {
            throw new SettingsException("nothing was written, as there is something already: " + there
                    + "; take another name, or remove what is there");
        }
        try {
            for (var text : texts.entrySet()) {
                Files.createDirectories(text.getKey().toAbsolutePath().resolveSibling(""));
                if (secrets.contains(text.getKey())) {
                    hide(text.getKey());
                }
                Files.writeString(text.getKey(), text.getValue());
            }
            programs.forEach(program -> program.toFile().setExecutable(true, false));
            return List.copyOf(texts.keySet());
        } catch (IOException failure) {
            throw new SettingsException(
                    "the files cannot be written (" + failure + "): make the folder writable", failure);
        }
    }

    /** Makes the file that is to be written, where a file system knows who may read it. */
    private static void hide(Path place) throws IOException {
        if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private String fill(String template) {
        var text = template;
        for (var word : words.entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return text;
    }

    private static String read(String template) {
        var name = template + ".txt";
        try (var stream = Objects.requireNonNull(Draft.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
