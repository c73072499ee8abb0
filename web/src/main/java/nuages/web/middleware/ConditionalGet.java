package nuages.web.middleware;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;

/**
 * Answers {@code GET} with 304 and no body if the client has the very version of the page that the view answers with, as told
 * by its {@code ETag} or {@code Last-Modified}. That saves sending it; {@link Validators} saves making it. Threads may share
 * it.
 */
public final class ConditionalGet implements Middleware {
    private static final int TAG_BYTES = 16;

    private final boolean hashing;

    private ConditionalGet(boolean hashing) {
        this.hashing = hashing;
    }

    /** For answers that tell their version themselves. */
    public static ConditionalGet usual() {
        return new ConditionalGet(false);
    }

    /** For all answers that are there as a whole: those without a tag get one made of their body, which is hashed for it. */
    public static ConditionalGet hashing() {
        return new ConditionalGet(true);
    }

    @Override
    public Stage stage() {
        return Stage.CONDITIONAL_GET;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        boolean reads = request.method() == Method.GET || request.method() == Method.HEAD;
        if (!reads || response.status().code() != Status.OK.code()) {
            return response;
        }
        Response tagged = hashing ? tagged(response) : response;
        Headers headers = tagged.headers();
        if (!headers.has("ETag") && !headers.has("Last-Modified")) {
            return tagged;
        }
        Optional<Status> status = Validators.of(headers).status(request);
        return status.isEmpty() ? tagged : Response.empty(status.get()).with(withoutContent(headers));
    }

    private static Response tagged(Response response) {
        Headers headers = response.headers();
        if (!(response instanceof Response.Full full)
                || headers.has("ETag")
                || headers.first("Cache-Control").orElse("").contains("no-store")) {
            return response;
        }
        byte[] hash = Arrays.copyOf(sha256().digest(full.body()), TAG_BYTES);
        String tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        return response.with(headers.with("ETag", tag));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256; this one is broken", never);
        }
    }

    /** Cookies, caching and the like stay; what told of the body goes. */
    private static Headers withoutContent(Headers headers) {
        return headers.without("Content-Type")
                .without("Content-Length")
                .without("Content-Encoding")
                .without("Content-Language")
                .without("Content-Disposition");
    }
}
