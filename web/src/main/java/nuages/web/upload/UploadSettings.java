package nuages.web.upload;

import java.nio.file.Path;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;

/**
 * How much may be uploaded, and where it waits. The server's limit on a whole body ({@code server.bodyBytes}) holds
 * before these. Immutable.
 *
 * @param fileBytes the largest file (default 32 MiB; beyond: 413)
 * @param files the most files in one request, those left empty included (default 100; beyond: 413)
 * @param headerBytes the most bytes of header fields of one part (default 4 KiB; beyond: 413)
 * @param memoryBytes how much of each file stays in memory; what is larger goes to disk (default 64 KiB)
 * @param folder where files wait that are not in memory (default the system's folder for temporary files); made if it
 *     is missing
 */
public record UploadSettings(long fileBytes, int files, int headerBytes, int memoryBytes, Path folder) {
    private static final UploadSettings STANDARD =
            new UploadSettings(32L << 20, 100, 4096, 64 << 10, Path.of(System.getProperty("java.io.tmpdir", ".")));

    public UploadSettings {
        atLeast("fileBytes", fileBytes, 0);
        atLeast("files", files, 0);
        atLeast("headerBytes", headerBytes, 128);
        atLeast("memoryBytes", memoryBytes, 0);
    }

    /** What holds when nothing is set. */
    public static UploadSettings standard() {
        return STANDARD;
    }

    /** These settings, changed. */
    public UploadSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return new UploadSettings(
                changed.fileBytes, changed.files, changed.headerBytes, changed.memoryBytes, changed.folder);
    }

    /** Settings in the making: each field is a setting of {@link UploadSettings}. */
    public static final class Change {
        public long fileBytes;
        public int files;
        public int headerBytes;
        public int memoryBytes;
        public Path folder;

        private Change(UploadSettings from) {
            this.fileBytes = from.fileBytes;
            this.files = from.files;
            this.headerBytes = from.headerBytes;
            this.memoryBytes = from.memoryBytes;
            this.folder = from.folder;
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new SettingsException("uploads." + name + " is " + value + ": it must be at least " + least
                    + ", for example " + Math.max(least, 100));
        }
    }
}
