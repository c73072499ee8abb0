package nuages.project.develop;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where compiled classes are kept, by the marks of their sources: so that a command that finds what it needs compiles
 * nothing. Several processes share it, as a folder appears whole and under its name at once.
 */
final class Shelf {
    private static final int KEPT = 5;
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final String CLASSES = "classes-";
    private static final String DRAFT = "draft-";

    private final Path place;

    Shelf(Path place) {
        this.place = place;
    }

    /** The classes of that name, if they are here. */
    Optional<Path> find(String name) throws IOException {
        var folder = place.resolve(CLASSES + name);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Files.setLastModifiedTime(folder, FileTime.from(Clock.systemUTC().instant()));
        return Optional.of(folder);
    }

    /** The newest classes that were made with such a setting, and that say what they were made of. */
    Optional<Build> newest(String setting) throws IOException {
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        for (var folder : kept()) {
            var build = Build.read(folder).filter(it -> it.setting().equals(setting));
            if (build.isPresent()) {
                return build;
            }
        }
        return Optional.empty();
    }

    /** An empty folder for classes in the making; those of processes that were killed are removed after an hour. */
    Path draft() throws IOException {
        Files.createDirectories(place);
        var old = FileTime.from(Clock.systemUTC().instant().minus(FORGOTTEN));
        for (var left : all(DRAFT)) {
            if (time(left).compareTo(old) < 0) {
                discard(left);
            }
        }
        return Files.createTempDirectory(place, DRAFT);
    }

    /** Gives classes their name; only the last few stay. */
    Path keep(Path draft, String name) throws IOException {
        var folder = place.resolve(CLASSES + name);
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            discard(draft); // another process has made the same
        }
        tidy(folder);
        return folder;
    }

    private void tidy(Path newest) throws IOException {
        var kept = kept();
        kept.remove(newest);
        for (var old : kept.subList(Math.min(KEPT - 1, kept.size()), kept.size())) {
            discard(old);
        }
    }

    /** All that is kept, the newest first. */
    private List<Path> kept() throws IOException {
        var kept = all(CLASSES);
        kept.sort(Comparator.comparing(Shelf::time).reversed());
        return kept;
    }

    private List<Path> all(String beginning) throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(place, beginning + "*")) {
            all.forEach(found::add);
        }
        return found;
    }

    private static FileTime time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** Deletes a folder and what is in it; somebody else may be doing the same. */
    void discard(Path folder) throws IOException {
        List<Path> parts;
        try (var all = Files.walk(folder)) {
            parts = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return;
        }
        for (var part : parts) {
            Files.deleteIfExists(part);
        }
    }
}
