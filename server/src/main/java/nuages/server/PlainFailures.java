package nuages.server;

import nuages.data.error.DatabaseException;
import nuages.data.error.RowNotFound;
import nuages.data.error.WorkCancelled;
import nuages.web.http.HttpException;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in plain text, for servers that were given nothing better. */
final class PlainFailures implements Failures {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.request");

    @Override
    public Response answer(Request request, Throwable failure) {
        return switch (failure) {
            case HttpException answer -> answer.response();
            case RowNotFound missing -> text(Status.NOT_FOUND);
            case DatabaseException busy
            when busy.retryAfter().isPresent() -> {
                LOG.warn("{}: {}", request, busy.getMessage());
                yield text(Status.SERVICE_UNAVAILABLE)
                        .with("Retry-After", seconds(busy.retryAfter().get()));
            }
            case WorkCancelled cancelled -> {
                LOG.warn("{}: {}", request, cancelled.getMessage());
                yield text(Status.SERVICE_UNAVAILABLE);
            }
            default -> {
                LOG.error("{}", request, failure);
                yield text(Status.INTERNAL_SERVER_ERROR);
            }
        };
    }

    static Response text(Status status) {
        return Response.text(status.code() + " " + status.reason() + "\n").with(status);
    }

    private static String seconds(java.time.Duration wait) {
        return Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000));
    }
}
