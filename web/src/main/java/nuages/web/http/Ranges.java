package nuages.web.http;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers with the part of a body that was asked for (RFC 9110, section 14): how downloads are resumed and videos are
 * moved about in. It is done for answers to {@code GET} that say {@code Accept-Ranges: bytes}, as {@link Response#file}
 * and {@link Response#bytes} do. Who asks for several parts at once gets the whole.
 */
final class Ranges {
    private static final int MOST_DIGITS = 18;

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
        String wanted = range.strip();
        int dash = wanted.indexOf('-');
        if (dash < 0 || !wanted.toLowerCase(Locale.ROOT).startsWith("bytes=") || wanted.indexOf(',') >= 0) {
            return whole;
        }
        String first = wanted.substring("bytes=".length(), dash).strip();
        String last = wanted.substring(dash + 1).strip();
        if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
            return whole;
        }
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (!first.isEmpty() && !last.isEmpty() && Long.parseLong(last) < from) {
            return whole;
        }
        return from < to ? part(from, to, size, whole) : none(size);
    }

    /** Digits, or nothing at all. */
    private static boolean isNumber(String text) {
        return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Response part(long from, long to, long size, Response whole) {
        Response part = switch (whole) {
            case Response.Full full ->
                new Response.Full(
                        full.status(),
                        full.headers(),
                        Arrays.copyOfRange(full.body(), Math.toIntExact(from), Math.toIntExact(to)));
            case Response.Streamed streamed -> streamed;
            case Response.FromFile file ->
                new Response.FromFile(file.status(), file.headers(), file.path(), from, to - from);
        };
        return part.with(Status.PARTIAL_CONTENT).with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size);
    }

    private static Response none(long size) {
        return Response.empty(Status.RANGE_NOT_SATISFIABLE).with("Content-Range", "bytes */" + size);
    }
}
