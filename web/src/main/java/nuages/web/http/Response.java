package nuages.web.http;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * An answer: a status, headers and one of three kinds of body. Immutable.
 *
 * <p>To {@code HEAD} a handler answers as to {@code GET}, body and all; it is the server that sends the head alone, with
 * the {@code Content-Length} of that body.
 */
public sealed interface Response {
    /** The status. */
    Status status();

    /** The headers, without those the server adds: {@code Date}, {@code Content-Length}, {@code Transfer-Encoding}. */
    Headers headers();

    /** The same answer with another status. */
    Response with(Status status);

    /** The same answer with other headers. */
    Response with(Headers headers);

    /** The same answer with that header in place of any of its name. */
    default Response with(String name, String value) {
        return with(headers().with(name, value));
    }

    /** The same answer that also sets a cookie. */
    default Response with(Cookie cookie) {
        return with(headers().and("Set-Cookie", cookie.header()));
    }

    /** A body that is there as a whole. The array is not copied: leave it alone afterwards. */
    @SuppressWarnings("ArrayRecordComponent") // a copy of each body would cost every request
    record Full(Status status, Headers headers, byte[] body) implements Response {
        @Override
        public Full with(Status changed) {
            return new Full(changed, headers, body);
        }

        @Override
        public Full with(Headers changed) {
            return new Full(status, changed, body);
        }
    }

    /** A body that is written as it comes to be; the request's work lasts until it has been written. */
    record Streamed(Status status, Headers headers, Writer writer) implements Response {
        @Override
        public Streamed with(Status changed) {
            return new Streamed(changed, headers, writer);
        }

        @Override
        public Streamed with(Headers changed) {
            return new Streamed(status, changed, writer);
        }
    }

    /** A file of the server's, sent as it is. */
    record FromFile(Status status, Headers headers, Path path) implements Response {
        @Override
        public FromFile with(Status changed) {
            return new FromFile(changed, headers, path);
        }

        @Override
        public FromFile with(Headers changed) {
            return new FromFile(status, changed, path);
        }
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Writer {
        /** Writes to a stream that blocks while the client is slow, and fails once the client is gone. */
        void writeTo(OutputStream out) throws Exception;
    }

    /** Plain text. */
    static Response text(String text) {
        return of(text, "text/plain; charset=utf-8");
    }

    /** A page. The markup is sent as it is: escape what came from outside. */
    static Response html(String markup) {
        return of(markup, "text/html; charset=utf-8");
    }

    /** A value as JSON, of records, collections, text, numbers and java.time values. */
    static Response json(Object value) {
        return new Full(Status.OK, Headers.of("Content-Type", "application/json"), Json.write(value));
    }

    /**
     * Sends the client elsewhere (302), to a path of this site or to a whole URL. Characters that have no place in a URL
     * are percent-encoded, so a location cannot split the response nor leave the site by a backslash.
     */
    static Response redirect(String location) {
        return redirect(Status.FOUND, location);
    }

    /** Sends the client elsewhere, with a status of 3xx. */
    static Response redirect(Status status, String location) {
        return new Full(status, Headers.of("Location", PercentEncoding.url(location)), new byte[0]);
    }

    /** A body that is written as it comes to be. */
    static Response stream(String contentType, Writer writer) {
        return new Streamed(Status.OK, Headers.of("Content-Type", contentType), writer);
    }

    /** A file of the server's; the end of its name tells the content type. */
    static Response file(Path path) {
        return file(path, MediaType.ofFile(path));
    }

    /** A file of the server's. */
    static Response file(Path path, String contentType) {
        return new FromFile(Status.OK, Headers.of("Content-Type", contentType), path);
    }

    /** No body. */
    static Response empty(Status status) {
        return new Full(status, Headers.none(), new byte[0]);
    }

    private static Response of(String text, String contentType) {
        return new Full(Status.OK, Headers.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }
}
