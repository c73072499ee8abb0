package nuages.web.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that wait to be read: in memory, or beyond a size in a file without a name. As the file has none, it is gone when
 * it is closed, when nobody refers to it any more, and when the process ends, however it ends.
 *
 * <p>First written, then read. One thread at a time may use it.
 */
final class Spool extends OutputStream {
    private static final FileAttribute<?>[] FOR_NOBODY_ELSE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
    private static final Set<StandardOpenOption> WITHOUT_NAME = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final UploadSettings settings;
    private @Nullable Memory memory = new Memory();
    private @Nullable FileChannel file;
    private long size;

    Spool(UploadSettings settings) {
        this.settings = settings;
    }

    long size() {
        return size;
    }

    boolean onDisk() {
        return file != null;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        Memory small = memory;
        if (small != null && size + length <= settings.memoryBytes()) {
            small.write(source, offset, length);
        } else {
            try {
                writeToDisk(ByteBuffer.wrap(source, offset, length));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "an uploaded file could not be kept in " + settings.folder()
                                + ": is there room, and may this process write there? uploads.folder names another",
                        e);
            }
        }
        size += length;
    }

    private void writeToDisk(ByteBuffer bytes) throws IOException {
        FileChannel open = file;
        if (open == null) {
            Files.createDirectories(settings.folder());
            Path place = settings.folder().resolve("nuages-" + UUID.randomUUID() + ".upload");
            open = FileChannel.open(place, WITHOUT_NAME, FOR_NOBODY_ELSE);
            file = open;
            Memory small = memory;
            memory = null;
            if (small != null) {
                writeAll(open, small.whole());
            }
        }
        writeAll(open, bytes);
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** All of it, from the start; each stream has a position of its own. */
    InputStream stream() throws IOException {
        Memory small = memory;
        if (small != null) {
            return small.stream();
        }
        return new FileStream(onDisk(file));
    }

    /** Writes all of it. */
    void copyTo(FileChannel target) throws IOException {
        Memory small = memory;
        if (small != null) {
            writeAll(target, small.whole());
            return;
        }
        FileChannel from = onDisk(file);
        for (long done = 0; done < size; ) {
            done += from.transferTo(done, size - done, target);
        }
    }

    private static FileChannel onDisk(@Nullable FileChannel file) throws IOException {
        if (file == null || !file.isOpen()) {
            throw new IOException("this upload is gone: its request has ended. Read or move a file while its request is"
                    + " answered");
        }
        return file;
    }

    /** Forgets all of it. Doing it again does nothing. */
    void release() {
        memory = null;
        FileChannel open = file;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the file of an upload could not be closed", e);
            }
        }
    }

    /** Bytes in memory that are not copied to be read. */
    private static final class Memory extends ByteArrayOutputStream {
        ByteBuffer whole() {
            return ByteBuffer.wrap(buf, 0, count);
        }

        InputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }

    /** A file that others read too. */
    private static final class FileStream extends InputStream {
        private final FileChannel file;
        private long position;

        FileStream(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            int count = onDisk(file).read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.clamp(onDisk(file).size() - position, 0L, Integer.MAX_VALUE);
        }
    }
}
