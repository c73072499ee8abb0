package nuages.web.middleware;

import java.util.Optional;
import java.util.function.UnaryOperator;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what the pages of a site may load and run, so that markup which an attacker got into a page does nothing.
 * A script of the site's own shows that it is by the answer's nonce: {@code <script nonce="…">}. A view that sets the header
 * itself has its way. Threads may share it.
 */
public final class ContentSecurityPolicy implements Middleware {
    private static final String ENFORCED = "Content-Security-Policy";
    private static final String REPORTED = "Content-Security-Policy-Report-Only";
    private static final Key<ContentPolicyState> STATE = Key.of("content security policy");

    private final ContentPolicy enforced;
    private final ContentPolicy reported;
    private final Headers bare;

    private ContentSecurityPolicy(ContentPolicy enforced, ContentPolicy reported) {
        this.enforced = enforced;
        this.reported = reported;
        this.bare = headers(enforced, reported, null);
    }

    /** With the {@linkplain ContentPolicy#strict() strict} policy. */
    public static ContentSecurityPolicy strict() {
        return of(ContentPolicy.strict());
    }

    /** With a policy of one's own. */
    public static ContentSecurityPolicy of(ContentPolicy policy) {
        return new ContentSecurityPolicy(policy, ContentPolicy.none());
    }

    /** The same, and what another policy would have stopped is reported only, to the URL of its {@code report-uri}. */
    public ContentSecurityPolicy reporting(ContentPolicy policy) {
        return new ContentSecurityPolicy(enforced, policy);
    }

    /**
     * The nonce of the answer to a request: the same all through one answer, another for the next, made when it is first
     * asked for. Empty if no {@code ContentSecurityPolicy} stands around the view, as then none is needed.
     *
     * @throws IllegalStateException if the first one is asked for when the answer's headers have been sent
     */
    public static String nonce(Request request) {
        return request.attribute(STATE).map(ContentPolicyState::nonce).orElse("");
    }

    /** Why a script would run that somebody has smuggled into a page; empty if it would not. */
    public Optional<String> weakness() {
        return enforced.weakness();
    }

    /** Changes the policy for the answer to a request, enforced as well as reported. */
    public static void change(Request request, UnaryOperator<ContentPolicy> change) {
        request.attribute(STATE).ifPresent(state -> state.change(change));
    }

    @Override
    public Stage stage() {
        return Stage.SECURITY_HEADERS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        var state = new ContentPolicyState();
        Response response = next.handle(request.with(STATE, state));
        state.answered();
        Headers policies =
                state.untouched() ? bare : headers(state.changed(enforced), state.changed(reported), state.madeNonce());
        return response.with(response.headers().withMissing(policies));
    }

    private static Headers headers(ContentPolicy enforced, ContentPolicy reported, @Nullable String nonce) {
        Headers headers = enforced.isEmpty() ? Headers.none() : Headers.of(ENFORCED, enforced.header(nonce));
        return reported.isEmpty() ? headers : headers.with(REPORTED, reported.header(nonce));
    }
}
