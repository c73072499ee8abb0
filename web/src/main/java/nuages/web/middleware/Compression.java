package nuages.web.middleware;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;

/**
 * Compresses text with gzip for clients that take it: bodies of 500 bytes or more, and streams. Files are sent as they are.
 *
 * <p>Who can make a visitor's browser load a page with a text of the attacker's in it, and can see how long the answer is,
 * might guess a secret of that page letter by letter (BREACH). Against that each answer has up to 100 bytes of random length
 * in its head, and tokens of {@link Csrf} are different each time. Still, a page should not show a lasting secret beside
 * what a stranger may put there; {@code Cache-Control: no-transform} keeps an answer from being compressed. Threads may
 * share it.
 */
public final class Compression implements Middleware {
    private static final int LEAST = 500;

    private final Deflaters deflaters = new Deflaters();

    private Compression() {}

    /** gzip. */
    public static Compression usual() {
        return new Compression();
    }

    @Override
    public Stage stage() {
        return Stage.COMPRESSION;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        if (response.status().code() == Status.NOT_MODIFIED.code()) { // its body, which may be compressed, is not here
            return response.with(response.headers().varying("Accept-Encoding"));
        }
        if (!worthwhile(response)) {
            return response;
        }
        Headers varying = response.headers().varying("Accept-Encoding");
        if (!request.headers().accepts("gzip")) {
            return response.with(varying);
        }
        return switch (response) {
            case Response.Full full -> full(full, varying);
            case Response.Streamed streamed ->
                streamed.with(compressed(varying)).with(streamed(streamed.writer()));
            case Response.FromFile file -> file;
        };
    }

    private Response full(Response.Full full, Headers varying) throws IOException {
        Deflater deflater = deflaters.take();
        try {
            var out = new ByteArrayOutputStream(256 + full.body().length / 3);
            var gzip = new GzipStream(out, deflater);
            gzip.write(full.body());
            gzip.finish();
            return out.size() < full.body().length
                    ? new Response.Full(full.status(), compressed(varying), out.toByteArray())
                    : full.with(varying);
        } finally {
            deflaters.giveBack(deflater);
        }
    }

    private Response.Writer streamed(Response.Writer writer) {
        return out -> {
            Deflater deflater = deflaters.take();
            try {
                var gzip = new GzipStream(out, deflater);
                writer.writeTo(gzip);
                gzip.finish();
            } finally {
                deflaters.giveBack(deflater);
            }
        };
    }

    /** The bytes are others now: a tag for just these bytes would be wrong. */
    private static Headers compressed(Headers headers) {
        Headers changed =
                headers.without("Content-Length").without("Accept-Ranges").with("Content-Encoding", "gzip");
        Optional<String> tag = headers.first("ETag").filter(each -> !each.startsWith("W/"));
        return tag.isPresent() ? changed.with("ETag", "W/" + tag.get()) : changed;
    }

    private static boolean worthwhile(Response response) {
        int code = response.status().code();
        Headers headers = response.headers();
        boolean large = switch (response) {
            case Response.Full full -> full.body().length >= LEAST;
            case Response.Streamed streamed -> true;
            case Response.FromFile file -> false;
        };
        return large
                && code >= 200
                && code != 204
                && code != 206
                && isText(headers.first("Content-Type").orElse(""))
                && !headers.has("Content-Encoding")
                && !headers.first("Cache-Control").orElse("").contains("no-transform");
    }

    /** Events are excepted: each should arrive when it happens, and is small. */
    private static boolean isText(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return (type.startsWith("text/") && !type.equals("text/event-stream"))
                || type.equals("application/json")
                || type.equals("application/javascript")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }
}
