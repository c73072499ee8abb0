package nuages.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where servers, and SQLite, keep their files: one folder a JVM, named after its process so that the next run can clear it. */
final class Folders {
    private static final Path ROOT =
            Path.of(System.getProperty("java.io.tmpdir"), "nuages-testing-servers-" + System.getProperty("user.name"));
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Path MINE = create();

    private Folders() {}

    /** A new empty folder that the servers' user may write. */
    static Path fresh(String name) {
        try {
            return Launcher.give(own(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty folder for this process. */
    static Path own(String name) {
        try {
            return Files.createDirectory(MINE.resolve(name + "-" + NUMBERS.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place for unpacked programs, kept from run to run. */
    static Path programs(String name) {
        return ROOT.resolve(name);
    }

    /** Deletes a folder and everything in it; what is already gone is no error. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (NoSuchFileException e) {
            // somebody else was faster
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path mine() {
        return MINE;
    }

    private static Path create() {
        try {
            Files.createDirectories(ROOT);
            clearWhatDeadRunsLeft();
            return Files.createDirectories(ROOT.resolve(nameOf(ProcessHandle.current())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(ProcessHandle process) {
        return "run-%d-%d".formatted(process.pid(), startOf(process));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static void clearWhatDeadRunsLeft() throws IOException {
        List<Path> runs;
        try (Stream<Path> children = Files.list(ROOT)) {
            runs = children.filter(child -> child.getFileName().toString().startsWith("run-"))
                    .toList();
        }
        for (Path run : runs) {
            long pid = Long.parseLong(run.getFileName().toString().split("-", 3)[1]);
            Optional<ProcessHandle> owner = ProcessHandle.of(pid);
            if (owner.isEmpty() || !nameOf(owner.get()).equals(run.getFileName().toString())) {
                ServerProcess.killRemembered(run);
                delete(run);
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
