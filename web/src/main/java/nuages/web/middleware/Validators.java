package nuages.web.middleware;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * What tells one version of a page from another (RFC 9110, section 8.8): an entity tag, the time of its last change, or both.
 * A view that knows them before it does its work may save that work, and keep one visitor from overwriting what another has
 * changed meanwhile:
 *
 * <pre>{@code
 * return Validators.modified(question.changed).answer(request, it -> html("polls/detail", "question", question));
 * }</pre>
 *
 * @param etag as it stands in the header: {@code "v7"} with its quotes, or {@code W/"v7"}; null if there is none
 * @param modified null if it is not known; parts of a second do not count
 */
public record Validators(@Nullable String etag, @Nullable Instant modified) {
    public Validators {
        if (etag != null && !isTag(etag)) {
            throw new IllegalArgumentException(
                    "the entity tag " + etag + " is none: it stands in quotes, with neither quotes"
                            + " nor spaces in it, for example \"v7\"; Validators.tag(\"v7\") adds them");
        }
    }

    /** A tag that another version, byte for byte, never has; given without its quotes. */
    public static Validators tag(String version) {
        return new Validators('"' + version + '"', null);
    }

    /** A tag that versions may share which mean the same; given without its quotes. */
    public static Validators weakTag(String version) {
        return new Validators("W/\"" + version + '"', null);
    }

    /** The time of the last change. */
    public static Validators modified(Instant time) {
        return new Validators(null, time);
    }

    /** Those that stand in an answer's headers; what makes no sense there is passed over. */
    static Validators of(Headers headers) {
        return new Validators(
                headers.first("ETag").filter(Validators::isTag).orElse(null),
                headers.date("Last-Modified").orElse(null));
    }

    /** These, and the time of the last change. */
    public Validators withModified(Instant time) {
        return new Validators(etag, time);
    }

    /** What is answered before the view has done anything, or else what the view answers, with these validators. */
    public Response answer(Request request, Handler view) throws Exception {
        Optional<Response> early = check(request);
        return early.isPresent() ? early.get() : on(view.handle(request));
    }

    /**
     * The answer that needs no view (RFC 9110, section 13.2.2): 304 if the client has this version, 412 if what it believes
     * to change or to read on is another version.
     */
    public Optional<Response> check(Request request) {
        return status(request).map(status -> on(Response.empty(status)));
    }

    /** An answer that tells these validators; those it has already stay. */
    public Response on(Response response) {
        Headers headers = etag == null ? Headers.none() : Headers.of("ETag", etag);
        if (modified != null) {
            headers = headers.with("Last-Modified", modified);
        }
        return response.with(response.headers().withMissing(headers));
    }

    Optional<Status> status(Request request) {
        Headers sent = request.headers();
        boolean reads = request.method() == Method.GET || request.method() == Method.HEAD;
        if (sent.has("If-Match")) {
            if (!listed(sent.all("If-Match"), false)) {
                return Optional.of(Status.PRECONDITION_FAILED);
            }
        } else if (changedSince(sent.date("If-Unmodified-Since"), false)) {
            return Optional.of(Status.PRECONDITION_FAILED);
        }
        if (sent.has("If-None-Match")) {
            Status known = reads ? Status.NOT_MODIFIED : Status.PRECONDITION_FAILED;
            return listed(sent.all("If-None-Match"), true) ? Optional.of(known) : Optional.empty();
        }
        boolean old = !reads || changedSince(sent.date("If-Modified-Since"), true);
        return old ? Optional.empty() : Optional.of(Status.NOT_MODIFIED);
    }

    /** Whether it has changed since a time that was sent; if either is not known, what is said then. */
    private boolean changedSince(Optional<Instant> sent, boolean unknown) {
        if (sent.isEmpty() || modified == null) {
            return unknown;
        }
        return modified.truncatedTo(ChronoUnit.SECONDS).isAfter(sent.get());
    }

    /** Whether one of the tags sent is this one; where weak ones do not count, neither side may be weak. */
    private boolean listed(List<String> sent, boolean weakly) {
        for (String header : sent) {
            for (int from = 0; from < header.length(); ) {
                int comma = end(header, from);
                String each = header.substring(from, comma).strip();
                if (each.equals("*") || isOurs(each, weakly)) {
                    return true;
                }
                from = comma + 1;
            }
        }
        return false;
    }

    private boolean isOurs(String sent, boolean weakly) {
        return etag != null
                && (weakly ? opaque(sent).equals(opaque(etag)) : sent.equals(etag) && !sent.startsWith("W/"));
    }

    /** Where a tag ends: at the next comma outside of quotes. */
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            if (header.charAt(i) == '"') {
                quoted = !quoted;
            } else if (header.charAt(i) == ',' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static boolean isTag(String text) {
        String opaque = opaque(text);
        return opaque.length() > 1
                && opaque.startsWith("\"")
                && opaque.indexOf('"', 1) == opaque.length() - 1
                && opaque.chars().allMatch(c -> c > ' ' && c != 127 && c < 256);
    }
}
