package nuages.web.staticfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import nuages.web.http.Headers;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * A file with all that its answer tells of it, so that a request takes no look at the disk before the file is sent.
 * Immutable; threads share it.
 *
 * @param file the file
 * @param headers those of the answer
 * @param compressed the same, compressed; null if there is no such file
 * @param modified when it was changed last, in whole seconds
 */
record ServedFile(Path file, Headers headers, @Nullable ServedFile compressed, Instant modified) {
    /** For names that stand for the same content for ever (RFC 8246). */
    static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /** For names whose content may be another one after a release. */
    static final String FOR_A_MINUTE = "public, max-age=60";

    /** For whoever is changing it. */
    static final String ASK_FIRST = "no-cache";

    private static final String COMPRESSED = ".gz";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

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
                        plain.modified)
                : plain;
    }

    static String contentType(String name) {
        return Response.file(Path.of(name)).headers().first("Content-Type").orElse("application/octet-stream");
    }

    private static ServedFile encoded(ServedFile it) {
        var headers = it.headers.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
        return new ServedFile(it.file, headers, null, it.modified);
    }

    private static ServedFile single(Path file, String type, String cacheControl, String variant) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
            var tag = Long.toHexString(attributes.size()) + "-"
                    + Long.toHexString(attributes.lastModifiedTime().toMillis()) + variant;
            var headers = Headers.of("Content-Type", type, "Cache-Control", cacheControl)
                    .with("ETag", "\"" + tag + "\"")
                    .with("Last-Modified", DATE.format(modified));
            return new ServedFile(file, headers, null, modified);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Response answer(Request request) {
        var sent = compressed != null && takesGzip(request.headers()) ? compressed : this;
        if (sent.isKnownTo(request.headers())) {
            return new Response.Full(Status.NOT_MODIFIED, sent.unchanged(), new byte[0]);
        }
        return new Response.FromFile(Status.OK, sent.headers, sent.file);
    }

    /** The headers of an answer without a body (RFC 9110, section 15.4.5). */
    private Headers unchanged() {
        var kept = Headers.of("ETag", tag());
        return kept.withMissing(
                        headers.first("Vary").map(it -> Headers.of("Vary", it)).orElse(Headers.none()))
                .withMissing(Headers.of(
                        "Cache-Control", headers.first("Cache-Control").orElse(ASK_FIRST)));
    }

    private String tag() {
        return headers.first("ETag").orElseThrow();
    }

    /** Whether the client has just this already (RFC 9110, sections 13.1.2 and 13.1.3). */
    private boolean isKnownTo(Headers asked) {
        var tags = asked.all("If-None-Match");
        if (!tags.isEmpty()) {
            var tag = tag();
            return tags.stream().anyMatch(it -> it.equals("*") || it.contains(tag));
        }
        return asked.first("If-Modified-Since").filter(this::isNotNewerThan).isPresent();
    }

    private boolean isNotNewerThan(String date) {
        try {
            return !modified.isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private static boolean takesGzip(Headers headers) {
        for (var header : headers.all("Accept-Encoding")) {
            for (var coding : header.split(",", -1)) {
                int semicolon = coding.indexOf(';');
                var name = (semicolon < 0 ? coding : coding.substring(0, semicolon)).strip();
                if (name.equalsIgnoreCase("gzip")) {
                    return semicolon < 0
                            || !isZero(coding.substring(semicolon + 1).strip());
                }
            }
        }
        return false;
    }

    /** Whether a quality is {@code q=0}, with however many zeros behind a dot. */
    private static boolean isZero(String quality) {
        return quality.startsWith("q=0") && quality.chars().skip(2).allMatch(it -> it == '0' || it == '.');
    }
}
