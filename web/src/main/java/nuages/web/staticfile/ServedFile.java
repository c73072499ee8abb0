package nuages.web.staticfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import nuages.web.http.Headers;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.Validators;
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
        var type = contentType(name);
        var small = file.resolveSibling(file.getFileName() + COMPRESSED);
        boolean both = Files.isRegularFile(small);
        var plain = single(file, type, cacheControl, "");
        return both
                ? new ServedFile(
                        file,
                        plain.headers.with("Vary", "Accept-Encoding"),
                        encoded(single(small, type, cacheControl, "-gzip")),
                        plain.version)
                : plain;
    }

    static String contentType(String name) {
        return Response.file(Path.of(name)).headers().first("Content-Type").orElse("application/octet-stream");
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
