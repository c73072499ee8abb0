package nuages.web.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** What the headers of an answer say of a file: what it is, when it was changed, and which state of it this is. */
final class FileHeaders {
    private FileHeaders() {}

    /** Of a file that is not there they say only what it would be; the server will answer that it is not. */
    static Headers of(Path file, String contentType) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                Instant changed = attributes.lastModifiedTime().toInstant();
                return Headers.of(
                        "Content-Type",
                        contentType,
                        "Last-Modified",
                        HttpDate.format(changed),
                        "ETag",
                        tag(changed, attributes.size()),
                        "Accept-Ranges",
                        "bytes");
            }
        } catch (IOException missing) {
            return Headers.of("Content-Type", contentType);
        }
        return Headers.of("Content-Type", contentType);
    }

    private static String tag(Instant changed, long size) {
        return "\"" + Long.toHexString(changed.getEpochSecond()) + "." + Integer.toHexString(changed.getNano()) + "-"
                + Long.toHexString(size) + "\"";
    }
}
