package nuages.web.view;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nuages.data.connection.Journal;
import nuages.data.connection.Work;
import nuages.data.error.DatabaseException;
import nuages.data.error.NoWork;
import nuages.data.error.RowNotFound;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.web.http.Handler;
import nuages.web.http.HttpException;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an answer of whatever is thrown behind it, and logs it once. Visitors read no message and no stack trace.
 *
 * <table>
 * <caption>What becomes of an exception</caption>
 * <tr><td>{@link HttpException}</td><td>its own response, with a page if that is empty</td></tr>
 * <tr><td>{@link RowNotFound}</td><td>404</td></tr>
 * <tr><td>a {@link DatabaseException} that says when to try again</td><td>503 with {@code Retry-After}</td></tr>
 * <tr><td>{@link WorkCancelled}: the deadline or the limit on holding a connection passed</td><td>504: trying again at
 * once would most likely take as long, so no {@code Retry-After}</td></tr>
 * <tr><td>cancelled by a shutdown</td><td>503, {@code Retry-After: 1} and {@code Connection: close}</td></tr>
 * <tr><td>cancelled as the client left</td><td>{@link Status#CLIENT_LEFT}, of which servers send nothing</td></tr>
 * <tr><td>cancelled for another reason</td><td>503</td></tr>
 * <tr><td>anything else, errors of the virtual machine too</td><td>500</td></tr>
 * </table>
 *
 * <p>It stands around everything that may fail: outermost, but for middleware that only adds headers. A site has {@link
 * #ofViews} besides. Threads may share it.
 */
public final class Errors implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final Key<Boolean> OUTSIDE = Key.of("a page outside of what knows the visitor");
    private static final Response LAST_RESORT =
            Response.text("500 Internal Server Error\n").with(Status.INTERNAL_SERVER_ERROR);

    /** Null where strangers look. */
    private final @Nullable Insight insight;

    private Errors(@Nullable Insight insight) {
        this.insight = insight;
    }

    /** Error pages that tell visitors nothing of the site's inside. */
    public static Errors forVisitors() {
        return new Errors(null);
    }

    /**
     * Error pages that show what failed and what was asked of the databases before. Never for a site that strangers can
     * reach.
     */
    public static Errors forDevelopers(Insight insight) {
        return new Errors(insight);
    }

    /**
     * The same for what views throw as an answer of less than 500: it stands further in, so that the pages know the visitor's
     * session and messages, and what the view has changed in those is kept. All else goes on to these.
     */
    public Middleware ofViews() {
        return new ViewErrors(this);
    }

    /**
     * Whether a page is being made for this request where sessions, messages and tokens are not known: it is about a fault, or
     * the request was refused before.
     */
    public static boolean outside(Request request) {
        return request.attribute(OUTSIDE).isPresent();
    }

    @Override
    public Stage stage() {
        return Stage.ERRORS;
    }

    @Override
    public Response handle(Request request, Handler next) {
        try {
            if (insight != null) {
                journal();
            }
            return next.handle(request);
        } catch (Throwable failure) {
            return answer(request, failure);
        }
    }

    /** The answer to a request that something was thrown for. Never fails. */
    public Response answer(Request request, Throwable failure) {
        return answerWithin(request.with(OUTSIDE, true), failure);
    }

    /** The same where the visitor's session and messages are known. */
    Response answerWithin(Request request, Throwable failure) {
        try {
            return found(request, failure);
        } catch (Throwable worse) {
            return LAST_RESORT;
        }
    }

    private Response found(Request request, Throwable failure) {
        Reason cancelled = cancelled(failure);
        if (cancelled != null && (cancelled == Reason.CLIENT_LEFT || !(failure instanceof HttpException))) {
            return stopped(request, cancelled, failure);
        }
        if (failure instanceof HttpException http) {
            return asked(request, http);
        }
        if (failure instanceof RowNotFound) {
            LOG.debug("{}: 404: {}", request, failure.getMessage());
            return page(request, Status.NOT_FOUND, failure);
        }
        Duration retryAfter = retryAfter(failure);
        if (retryAfter != null) {
            LOG.warn("{}: 503: {}", request, failure.getMessage());
            return page(request, Status.SERVICE_UNAVAILABLE, failure).with("Retry-After", seconds(retryAfter));
        }
        LOG.error("{}: 500", request, failure);
        return page(request, Status.INTERNAL_SERVER_ERROR, failure);
    }

    private Response asked(Request request, HttpException failure) {
        Status status = failure.status();
        if (status.code() >= 500) {
            LOG.error("{}: {}", request, status.code(), failure);
        } else if (status.code() == 404 || status.code() == 405) {
            LOG.debug("{}: {}: {}", request, status.code(), failure.getMessage());
        } else {
            LOG.info("{}: {}: {}", request, status.code(), failure.getMessage());
        }
        boolean bare = failure.response() instanceof Response.Full full && full.body().length == 0;
        if (!bare || status.code() < 400) {
            return failure.response();
        }
        Response page = page(request, status, failure);
        String type = page.headers().first("Content-Type").orElseThrow();
        return page.with(failure.response().headers().with("Content-Type", type).withMissing(page.headers()));
    }

    private Response stopped(Request request, Reason reason, Throwable failure) {
        if (reason == Reason.CLIENT_LEFT) {
            LOG.info("{}: the client left before there was an answer", request);
            return Response.empty(Status.CLIENT_LEFT);
        }
        boolean late = reason == Reason.DEADLINE || reason == Reason.HOLD_LIMIT;
        Status status = late ? Status.GATEWAY_TIMEOUT : Status.SERVICE_UNAVAILABLE;
        if (failure instanceof WorkCancelled || failure instanceof InterruptedException) {
            LOG.warn("{}: {}: {}: {}", request, status.code(), reason, failure.getMessage());
        } else {
            LOG.warn("{}: {}: {}", request, status.code(), reason, failure);
        }
        Response page = page(request, status, failure);
        if (reason == Reason.SHUTDOWN) {
            page = page.with("Retry-After", "1");
            return request.version().startsWith("HTTP/1") ? page.with("Connection", "close") : page;
        }
        return page;
    }

    private Response page(Request request, Status status, Throwable failure) {
        if (insight == null || Accept.prefersJson(request.headers())) {
            Problem told =
                    failure instanceof HttpException http ? http.problem().orElse(null) : null;
            return ErrorPage.of(request, status, told, insight == null ? null : failure);
        }
        return new DeveloperPage(insight, request)
                .of(status, failure, journal())
                .with(status)
                .with("Vary", "Accept")
                .with("Cache-Control", "no-store");
    }

    /** The journal of this thread's work, kept from the first call on; null without a work. */
    private static @Nullable Journal journal() {
        try {
            return Work.current().statements().journal();
        } catch (NoWork none) {
            return null;
        }
    }

    /** Why the work was told to stop: whoever noticed it may have wrapped the exception, or thrown one of its own. */
    static @Nullable Reason cancelled(Throwable failure) {
        for (Throwable each : chain(failure)) {
            if (each instanceof WorkCancelled cancelled) {
                return cancelled.reason();
            }
        }
        try {
            return Work.current().cancelled().orElse(null);
        } catch (NoWork none) {
            return null;
        }
    }

    private static @Nullable Duration retryAfter(Throwable failure) {
        for (Throwable each : chain(failure)) {
            Optional<Duration> after =
                    each instanceof DatabaseException database ? database.retryAfter() : Optional.empty();
            if (after.isPresent()) {
                return after.get();
            }
        }
        return null;
    }

    /** The exception and its causes, as far as one may have to look; a chain can be a ring. */
    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** Whole seconds, rounded up, at least one. */
    private static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, duration.plusNanos(999_999_999).toSeconds()));
    }
}
