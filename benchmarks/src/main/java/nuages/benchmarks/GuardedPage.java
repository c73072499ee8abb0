package nuages.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.middleware.AllowedHosts;
import nuages.web.middleware.Compression;
import nuages.web.middleware.ConditionalGet;
import nuages.web.middleware.ContentSecurityPolicy;
import nuages.web.middleware.Csrf;
import nuages.web.middleware.RequestId;
import nuages.web.middleware.SecurityHeaders;
import nuages.web.view.Errors;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Answers a request with a few words, through nothing and through all the middleware that every site has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // the harness sets the fields
public class GuardedPage {
    private static final Headers SENT = Headers.of(
            "Host", "example.org",
            "Accept", "text/html,application/xhtml+xml",
            "Accept-Encoding", "gzip, deflate, br",
            "Cookie", "csrftoken=abcdefghijklmnopqrstuvwxyzABCDEF",
            "User-Agent", "Mozilla/5.0");

    private Handler bare;
    private Handler guarded;
    private Handler guardedForm;

    /** Stacks them. */
    @Setup
    public void stack() {
        bare = request -> Response.text("hello");
        guarded = Middleware.stack(guards(), bare);
        guardedForm = Middleware.stack(
                guards(), request -> Response.html(Csrf.token(request) + ContentSecurityPolicy.nonce(request)));
    }

    private static List<Middleware> guards() {
        return List.of(
                RequestId.usual(),
                SecurityHeaders.usual(),
                ContentSecurityPolicy.strict(),
                Errors.forVisitors(),
                AllowedHosts.of("example.org"),
                Compression.usual(),
                ConditionalGet.usual(),
                Csrf.usual());
    }

    private static Request request() {
        return Request.builder(Method.GET, "/").headers(SENT).build();
    }

    /** The view alone. */
    @Benchmark
    public Response bare() throws Exception {
        return bare.handle(request());
    }

    /** The view within the stack. */
    @Benchmark
    public Response guarded() throws Exception {
        return guarded.handle(request());
    }

    /** A view with a token and a nonce, within the stack. */
    @Benchmark
    public Response guardedForm() throws Exception {
        return guardedForm.handle(request());
    }
}
