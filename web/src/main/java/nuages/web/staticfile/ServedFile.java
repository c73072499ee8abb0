package nuages.web.staticfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import nuages.web.http.Headers;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.Validators;
import nuages.web.resource.NamedFile;
import org.jspecify.annotations.Nullable;

/**
 * A file with all that its answer tells of it, so that a request takes no look at the disk before the file is sent.
 * Immutable; threads share it.
 *
 * @param file the file
 * @param headers those of the answer
 * @param compressed the same, compressed; null if there is no such file
 * @param version what tells this version of it from another
 */
record ServedFile(Path file, Headers headers, @Nullable ServedFile compressed, Validators version) {
    /** For names that stand for the same content for ever (RFC 8246). */
    static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /** For names whose content may be another one after a release. */
    static final String FOR_A_MINUTE = "public, max-age=60";

    /** For whoever is changing it. */
    static final String ASK_FIRST = "no-cache";

    private static final String COMPRESSED = ".gz";

    static ServedFile of(Path file, String name, String cacheControl) {
        var type = Response.contentTypeOf(name);
        var plain = single(file, type, cacheControl, "");
        return compressed(file, cacheControl)
                .map(small -> new ServedFile(
                        file,
                        plain.headers.with("Vary", "Accept-Encoding"),
                        encoded(single(small, type, cacheControl, "-gzip")),
                        plain.version))
                .orElse(plain);
    }

    /**
     * The same, compressed. Beside a hashed name it was made of what the name stands for. Beside another it may be that of
     * an earlier version: it is not used if it is older, and never once it was copied, which makes all equally old.
     */
    private static Optional<Path> compressed(Path file, String cacheControl) {
        var folder = file.resolveSibling("");
        return NamedFile.in(folder, NamedFile.name(folder, file) + COMPRESSED)
                .filter(small -> Files.isRegularFile(small)
                        && switch (cacheControl) {
                            case FOR_GOOD -> true;
                            case FOR_A_MINUTE -> false;
                            default -> !changed(small).isBefore(changed(file));
                        });
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ServedFile encoded(ServedFile it) {
        var headers = it.headers.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
        return new ServedFile(it.file, headers, null, it.version);
    }

    private static ServedFile single(Path file, String type, String cacheControl, String variant) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var tag = Long.toHexString(attributes.size()) + "-"
                    + Long.toHexString(attributes.lastModifiedTime().toMillis()) + variant;
            var changed = attributes.lastModifiedTime().toInstant();
            var headers = Headers.of("Content-Type", type, "Cache-Control", cacheControl, "Accept-Ranges", "bytes")
                    .with("ETag", "\"" + tag + "\"")
                    .with("Last-Modified", changed);
            return new ServedFile(file, headers, null, Validators.tag(tag).withModified(changed));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Response answer(Request request) {
        var sent = compressed != null && request.headers().accepts("gzip") ? compressed : this;
        return sent.version
                .check(request)
                .map(it -> it.with(it.headers()
                        .withMissing(sent.headers.without("Content-Type").without("Content-Encoding"))))
                .orElseGet(() -> new Response.FromFile(Status.OK, sent.headers, sent.file));
    }
}
