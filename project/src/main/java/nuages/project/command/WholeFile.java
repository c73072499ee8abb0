package nuages.project.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written as a whole or not at all: what is written goes into another one beside it, which takes its place at
 * the end. Where there is no file to replace but a device or a pipe, it is written to as it comes.
 *
 * @param path the file
 */
record WholeFile(Path path) {
    /** Writes something, and answers with a value. */
    interface Content<R> {
        R write(Writer to) throws IOException;
    }

    /**
     * Writes the file, in place of one that is there. Folders are made.
     *
     * @throws IOException if it cannot be written; then what was there before still is
     */
    <R> R write(Content<R> content) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            try (var to = Files.newBufferedWriter(path)) {
                return content.write(to);
            }
        }
        var file = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        var folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        var beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            R result;
            try (var to = Files.newBufferedWriter(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS)) {
                result = content.write(to);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
