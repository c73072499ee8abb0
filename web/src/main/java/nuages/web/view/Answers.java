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
import nuages.web.http.HttpException;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to whatever was thrown, which is logged once. Threads share it. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final Response LAST_RESORT =
            Response.text("500 Internal Server Error\n").with(Status.INTERNAL_SERVER_ERROR);

    /** Null where strangers look. */
    private final @Nullable Insight insight;

    Answers(@Nullable Insight insight) {
        this.insight = insight;
    }

    /** Keeps from now on what is asked of the databases, if it is going to be shown. */
    void listen() {
        if (insight != null) {
            journal();
        }
    }

    /** Never fails. */
    Response of(Request request, Throwable failure) {
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
        if (insight == null || request.prefersJson()) {
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

    /** Whether the request is answered where nothing may wait. */
    static boolean offline() {
        try {
            return Work.current().isOffline();
        } catch (NoWork none) {
            return false;
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
