package nuages.project.develop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** How files were at one moment, as far as their sizes and times tell. Immutable. */
record Look(SortedMap<Path, Stamp> files) {
    private static final int MARK_BYTES = 8;

    /** A file's size and time. */
    record Stamp(long size, FileTime time) {}

    /** Looks at files and at all that is in folders; what is not there is left out. */
    static Look at(Collection<Path> places) {
        var found = new TreeMap<Path, Stamp>();
        for (var place : places) {
            try {
                Files.walkFileTree(place, new Visit(found));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return new Look(found);
    }

    /** What came, changed or went between another look and this one. */
    List<Path> changesSince(Look before) {
        var changed = new TreeSet<Path>();
        files.forEach((file, stamp) -> {
            if (!stamp.equals(before.files.get(file))) {
                changed.add(file);
            }
        });
        before.files.keySet().stream().filter(file -> !files.containsKey(file)).forEach(changed::add);
        return List.copyOf(changed);
    }

    /** Whether a file is empty that was not: most likely somebody is about to write it. */
    boolean emptied(Look before) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().size() == 0)
                .anyMatch(file -> {
                    var was = before.files.get(file.getKey());
                    return was != null && was.size() > 0;
                });
    }

    /** The others than these. */
    Look without(Predicate<Path> these) {
        var others = new TreeMap<>(files);
        others.keySet().removeIf(these);
        return new Look(others);
    }

    /** Those of the files that are Java sources and in a folder. */
    Look sourcesIn(Path folder) {
        var sources = new TreeMap<>(files);
        sources.keySet()
                .removeIf(file -> !file.startsWith(folder) || !file.toString().endsWith(".java"));
        return new Look(sources);
    }

    /** A short text that is another one if any of these files, or something else that counts, is another one. */
    String mark(Object... more) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((file, stamp) -> digest.update(line(file, stamp).getBytes(StandardCharsets.UTF_8)));
            digest.update(List.of(more).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String line(Path file, Stamp stamp) {
        return file + "|" + stamp.size() + "|" + stamp.time().to(TimeUnit.NANOSECONDS) + "\n";
    }

    /** Collects stamps; editors' hidden and temporary files do not count, nor do files that go meanwhile. */
    private static final class Visit extends SimpleFileVisitor<Path> {
        private final Map<Path, Stamp> found;

        Visit(Map<Path, Stamp> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isDirectory() && counts(String.valueOf(file.getFileName()))) {
                found.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private static boolean counts(String name) {
            return name.equals(".env")
                    || (!name.startsWith(".")
                            && !name.startsWith("#")
                            && !name.endsWith("~")
                            && !name.endsWith(".swp"));
        }
    }
}
