package nuages.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that was sent along with a form. It is there until its request ends, and is gone then unless it was moved. One
 * thread at a time may use it.
 */
public final class Upload {
    private final String field;
    private final String filename;
    private final String contentType;
    private final Spool content;

    Upload(String field, String filename, String contentType, Spool content) {
        this.field = field;
        this.filename = filename;
        this.contentType = contentType;
        this.content = content;
    }

    /** The name of the form's field. */
    public String field() {
        return field;
    }

    /**
     * What the sender calls the file, made safe: one segment of a path, of at most 200 bytes, without control characters
     * and without a dot in front; {@code file} if nothing else is left. Two files may have the same.
     */
    public String filename() {
        return filename;
    }

    /**
     * What the sender says it is, without parameters and in lower case; {@code application/octet-stream} if nothing was
     * said. It need not be true: look at the content before you rely on it.
     */
    public String contentType() {
        return contentType;
    }

    /** How many bytes it has. */
    public long size() {
        return content.size();
    }

    /** The content, from its start; each stream has a position of its own. */
    public InputStream stream() throws IOException {
        return content.stream();
    }

    /** The whole content, taken into memory: see {@link #size()} first. */
    public byte[] bytes() throws IOException {
        try (InputStream in = stream()) {
            return in.readAllBytes();
        }
    }

    /**
     * Puts the file at a path, in place of one that is there: as a whole or not at all. Its folder must exist.
     *
     * @throws IOException if that folder cannot be written to, or the request has ended
     */
    public void moveTo(Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path unfinished = whole.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel out =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.copyTo(out);
                out.force(true);
            }
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    void release() {
        content.release();
    }

    @Override
    public String toString() {
        return filename + " (" + contentType + ", " + size() + " bytes)";
    }
}
