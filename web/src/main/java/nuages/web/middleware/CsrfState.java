package nuages.web.middleware;

import java.util.Optional;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;

/** A visitor's secret during one request: looked for when it is first needed. One thread at a time uses it. */
final class CsrfState {
    private final CsrfStore store;
    private final Request request;
    private @Nullable String secret;
    private boolean read;
    private boolean used;
    private boolean answered;

    CsrfState(CsrfStore store, Request request) {
        this.store = store;
        this.request = request;
    }

    String token() {
        String known = known();
        if (known == null) {
            if (answered) {
                throw new IllegalStateException(
                        "a token was asked for when the answer's headers had been sent, and this visitor has no secret"
                                + " yet: call Csrf.token(request) in the view, before the body is streamed");
            }
            known = CsrfTokens.newSecret();
            secret = known;
        }
        used = true;
        return CsrfTokens.mask(known);
    }

    void rotate() {
        secret = CsrfTokens.newSecret();
        read = true;
        used = true;
    }

    /** Throws {@link CsrfFailed} if the request has no token for the visitor's secret. */
    void check() {
        String known = known();
        if (known == null) {
            throw new CsrfFailed("the visitor has no secret yet, so no page of this site can have sent the request;"
                    + " cookies may be switched off, or the cookie has expired: load the page with the form again");
        }
        Optional<String> header = request.headers().first(Csrf.HEADER);
        Optional<String> sent = header.isPresent() ? header : request.form().value(Csrf.FIELD);
        if (sent.isEmpty()) {
            throw new CsrfFailed(
                    "there is no token, so another site may have forged the request; put {{ csrf_input() }}"
                            + " into the form, or send Csrf.token(request) in the header " + Csrf.HEADER);
        }
        if (!CsrfTokens.wellFormed(sent.get()) || !CsrfTokens.match(sent.get(), known)) {
            throw new CsrfFailed("the token in the " + (header.isPresent() ? "header " + Csrf.HEADER : "form")
                    + " is not this visitor's, so another site may have forged the request; if it is from before a"
                    + " login or from an old page, load that page again");
        }
    }

    /** Keeps the secret of an answer that holds a token. */
    Response keep(Response response) {
        answered = true;
        String known = secret;
        if (!used || known == null) {
            return response;
        }
        Response kept = store.keep(request, response, known);
        return kept.with(kept.headers().varying("Cookie"));
    }

    private @Nullable String known() {
        if (!read) {
            read = true;
            secret = store.read(request)
                    .filter(CsrfTokens::wellFormed)
                    .map(CsrfTokens::secret)
                    .orElse(null);
        }
        return secret;
    }
}
