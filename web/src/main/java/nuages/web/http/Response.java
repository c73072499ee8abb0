package nuages.web.http;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import nuages.web.event.EventStream;

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
        return with(Caching.forOne(headers()).and("Set-Cookie", cookie.header()));
    }

    /** The same answer, which nobody keeps: neither the visitor's browser nor a cache on the way. */
    default Response neverCache() {
        return with("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private");
    }

    /**
     * The same answer, which the visitor's browser may show again for so long, and no cache on the way may keep.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    default Response cacheFor(Duration time) {
        return with("Cache-Control", "private, " + Caching.age(time));
    }

    /**
     * The same answer, which browsers and caches on the way may give to everybody for so long: for what is the same for all
     * visitors. If it gets a cookie afterwards, such as a session's, it is for that visitor's browser only.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    default Response cachePublicly(Duration time) {
        return with("Cache-Control", "public, " + Caching.age(time));
    }

    /** The same answer, of which caches are told that it hangs on these headers of a request too. */
    default Response varying(String... headers) {
        Headers all = headers();
        for (String name : headers) {
            all = all.varying(name);
        }
        return with(all);
    }

    /**
     * The part of this answer that a request asks for with {@code Range}: for servers and test clients, at the very end.
     *
     * @return that part (206), a refusal if there is no such part (416), or this answer if none was asked for or it is none
     *     that can be divided
     */
    default Response partFor(Request request) {
        return Ranges.answer(request, this);
    }

    /**
     * The same answer, which browsers save as a file of that name instead of showing it. The name may be any text; what has
     * no place in a file name is left out.
     */
    default Response attachment(String filename) {
        return with("Content-Disposition", Disposition.of("attachment", filename));
    }

    /** The same answer, which browsers show, and save under that name if they are asked to. */
    default Response inline(String filename) {
        return with("Content-Disposition", Disposition.of("inline", filename));
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

    /**
     * A body that is written as it comes to be; the request's work lasts until it has been written.
     *
     * @param lasting whether it may take as long as the client listens: it is then written in a work of its own, without a
     *     deadline, after the request's has ended
     */
    record Streamed(Status status, Headers headers, Writer writer, boolean lasting) implements Response {
        /** A body that is to be written before the request's deadline. */
        public Streamed(Status status, Headers headers, Writer writer) {
            this(status, headers, writer, false);
        }

        @Override
        public Streamed with(Status changed) {
            return new Streamed(changed, headers, writer, lasting);
        }

        @Override
        public Streamed with(Headers changed) {
            return new Streamed(status, changed, writer, lasting);
        }

        /** The same answer, written by another. */
        public Streamed with(Writer changed) {
            return new Streamed(status, headers, changed, lasting);
        }
    }

    /**
     * A file of the server's, sent as it is.
     *
     * @param offset the first byte that is sent
     * @param length how many bytes are sent; negative for all that follow
     */
    record FromFile(Status status, Headers headers, Path path, long offset, long length) implements Response {
        /** A whole file. */
        public FromFile(Status status, Headers headers, Path path) {
            this(status, headers, path, 0, -1);
        }

        @Override
        public FromFile with(Status changed) {
            return new FromFile(changed, headers, path, offset, length);
        }

        @Override
        public FromFile with(Headers changed) {
            return new FromFile(status, changed, path, offset, length);
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
        return new Full(Status.OK, Json.TYPE, Json.write(value));
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

    /** Bytes of any kind, of which a client may ask for a part. The array is not copied. */
    static Response bytes(byte[] bytes, String contentType) {
        return new Full(Status.OK, Headers.of("Content-Type", contentType, "Accept-Ranges", "bytes"), bytes);
    }

    /**
     * A list as JSON that is written as its items come, so that it can be longer than memory: {@code
     * Response.jsonList(out -> Question.objects.forEach(out::accept))}. If the items fail in the middle, the client can tell
     * by an answer that breaks off.
     */
    static Response jsonList(Items items) {
        return stream("application/json", out -> Json.writeList(out, items));
    }

    /** Hands over items one by one. */
    @FunctionalInterface
    interface Items {
        /** Gives each item to {@code out}. */
        void writeTo(Consumer<Object> out) throws Exception;
    }

    /**
     * Events that a browser listens to with {@code EventSource}, for as long as both want. The request's work ends before:
     * no deadline holds any more, no transaction and no connection; queries within the source get a connection each.
     */
    static Response events(EventStream.Source source) {
        Headers headers =
                Headers.of("Content-Type", "text/event-stream", "Cache-Control", "no-store", "X-Accel-Buffering", "no");
        return new Streamed(Status.OK, headers, out -> new EventStream(out, Json::text).run(source), true);
    }

    /**
     * A file of the server's; the end of its name tells the content type. It says when it was changed and has an ETag, so
     * that clients need not fetch it again, and may ask for a part of it.
     */
    static Response file(Path path) {
        return file(path, MediaType.ofFile(path));
    }

    /** A file of the server's. */
    static Response file(Path path, String contentType) {
        return new FromFile(Status.OK, FileHeaders.of(path, contentType), path);
    }

    /** The content type that the end of a file's name tells; {@code application/octet-stream} if it tells none. */
    static String contentTypeOf(String fileName) {
        return MediaType.ofName(fileName);
    }

    /** No body. */
    static Response empty(Status status) {
        return new Full(status, Headers.none(), new byte[0]);
    }

    private static Response of(String text, String contentType) {
        return new Full(Status.OK, Headers.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }
}
