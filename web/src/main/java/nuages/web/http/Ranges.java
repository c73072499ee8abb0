package nuages.web.http;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nuages.web.http.ByteRanges.Span;

/**
 * Answers with the part of a body that was asked for (RFC 9110, section 14): how downloads are resumed and videos are
 * moved about in. It is done for answers to {@code GET} that say {@code Accept-Ranges: bytes}, as {@link Response#file}
 * and {@link Response#bytes} do. Several parts that do not overlap come in one answer.
 */
final class Ranges {
    private Ranges() {}

    /** The part that was asked for (206), a refusal if there is no such part (416), or the answer as it is. */
    static Response answer(Request request, Response response) {
        Headers asked = request.headers();
        if (!asked.has("Range") || request.method() != Method.GET || !divisible(response)) {
            return response;
        }
        long size = size(response);
        if (size < 0 || !same(asked, response.headers())) {
            return response;
        }
        return part(asked.first("Range").orElseThrow(), size, response);
    }

    private static boolean divisible(Response response) {
        // what was compressed on the way may not be the same bytes the next time
        boolean compressed =
                response instanceof Response.Full full && full.headers().has("Content-Encoding");
        return response.status().code() == 200
                && !compressed
                && response.headers()
                        .first("Accept-Ranges")
                        .filter("bytes"::equals)
                        .isPresent();
    }

    private static long size(Response response) {
        return switch (response) {
            case Response.Full full -> full.body().length;
            case Response.Streamed _ -> -1;
            case Response.FromFile file -> {
                try {
                    yield Files.size(file.path());
                } catch (IOException missing) {
                    yield -1; // the server will say so
                }
            }
        };
    }

    /** Whether what the client has a part of is still what it would get: by a strong ETag, or by an equal date. */
    private static boolean same(Headers asked, Headers have) {
        Optional<String> condition = asked.first("If-Range");
        if (condition.isEmpty()) {
            return true;
        }
        String known = condition.get().strip();
        if (known.startsWith("\"")) {
            return have.first("ETag").filter(known::equals).isPresent();
        }
        Optional<Instant> date = HttpDate.parse(known);
        return date.isPresent() && date.equals(have.date("Last-Modified"));
    }

    private static Response part(String range, long size, Response whole) {
        var asked = ByteRanges.of(range, size);
        if (asked.isEmpty()) {
            return whole;
        }
        var spans = asked.get();
        return switch (spans.size()) {
            case 0 -> none(size);
            case 1 -> part(spans.getFirst(), size, whole);
            default -> new Parts(whole, spans, size).answer();
        };
    }

    private static Response part(Span span, long size, Response whole) {
        Response part = switch (whole) {
            case Response.Full full ->
                new Response.Full(
                        full.status(),
                        full.headers(),
                        Arrays.copyOfRange(full.body(), Math.toIntExact(span.from()), Math.toIntExact(span.to())));
            case Response.Streamed streamed -> streamed;
            case Response.FromFile file ->
                new Response.FromFile(file.status(), file.headers(), file.path(), span.from(), span.length());
        };
        return part.with(Status.PARTIAL_CONTENT).with("Content-Range", span.of(size));
    }

    private static Response none(long size) {
        return Response.empty(Status.RANGE_NOT_SATISFIABLE).with("Content-Range", "bytes */" + size);
    }
}
