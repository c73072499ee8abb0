package nuages.server;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.WorkCancelled;
import nuages.web.http.Handler;
import nuages.web.http.HttpException;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response: runs the handler within a work of its own, and hears when the client leaves. */
final class Exchange implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.server");
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final Failures PLAIN = new PlainFailures();

    private final Requests requests;
    private final Connection connection;
    private final HttpServerRequest incoming;
    private final @Nullable IncomingBody body;
    private final Outgoing outgoing;
    private final String name;
    final long began = System.nanoTime();

    /** Where it is among those in flight; for {@link Requests}. */
    int place;

    private @Nullable Request request;
    private Failures failures = PLAIN;
    private volatile @Nullable Work work;
    private volatile boolean inside;
    private volatile boolean left;
    private volatile boolean handling = true;

    Exchange(Requests requests, Connection connection, HttpServerRequest incoming) {
        this.requests = requests;
        this.connection = connection;
        this.incoming = incoming;
        this.body = IncomingBody.expected(incoming, connection)
                ? new IncomingBody(incoming, connection, requests.settings())
                : null;
        this.outgoing =
                new Outgoing(this, connection, incoming, requests.clock(), requests.texts(), requests.settings());
        this.name = RequestHead.workName(incoming);
    }

    /** What reports call it. */
    String name() {
        return name;
    }

    /** Begins to listen to the client. On the event loop. */
    void open() {
        connection.begin(this);
        if (connection.multiplexed()) {
            incoming.exceptionHandler(reset -> clientLeft());
            incoming.response().exceptionHandler(reset -> clientLeft());
        }
        if (body != null) {
            body.open();
        }
    }

    /** Answers it. On a thread of its own. */
    @Override
    public void run() {
        finish(this::answer);
    }

    /** Whether it may be answered on the event loop, since nothing on the way waits. */
    boolean neverWaits() {
        var answering = requests.gate().look();
        return answering != null
                && body == null
                && (incoming.method().equals(HttpMethod.GET)
                        || incoming.method().equals(HttpMethod.HEAD))
                && answering.handler().neverWaits(RequestHead.path(incoming));
    }

    /** Answers it on the event loop. What is not sent at once, and what fails, is left to a thread. */
    void runOnLoop() {
        try {
            inside = true; // first, as in enter
            var answering = requests.gate().look();
            if (answering == null) {
                inside = false;
                requests.start(name, this);
                return;
            }
            var response = quickly(answering);
            if (outgoing.goesAtOnce(response)) {
                outgoing.send(response);
                end(requests::logAside);
            } else {
                var read = requireNonNull(request);
                requests.start(name, () -> finish(() -> sendLater(response.partFor(read), answering.databases())));
            }
        } catch (Throwable failure) {
            requests.start(name, () -> finish(() -> answer(failure)));
        }
    }

    private Response quickly(Gate.Answering answering) throws Exception {
        failures = answering.failures();
        var read = read();
        var mine = Work.of(name, answering.databases()).offline();
        work = mine;
        var response = mine.run(() -> answering.handler().handle(read));
        handling = false;
        return response instanceof Response.Full ? response.partFor(read) : response; // a file's length is asked later
    }

    private void sendLater(Response response, Databases databases) throws Exception {
        var later = Work.of(name, databases);
        work = isLasting(response) ? later : later.deadline(timeLeft());
        later.run(() -> outgoing.send(response));
    }

    /** The last step to an answer. */
    private interface Step {
        void take() throws Exception;
    }

    private void finish(Step last) {
        try {
            last.take();
        } catch (Throwable failure) {
            answer(failure);
        } finally {
            end(requests.log()::write);
        }
    }

    /** Writes a line of the access log. */
    private interface Logging {
        void write(String line, int status, long bytes);
    }

    private void end(Logging logging) {
        release();
        int status = status();
        requests.end(this, status, System.nanoTime() - began);
        if (requests.log().writes(status)) {
            logging.write(RequestHead.line(incoming), status, outgoing.bytes());
        }
    }

    /** Whatever happened to the answer, what came with the request is not kept. */
    private void release() {
        var read = request;
        if (read != null) {
            try {
                read.release();
            } catch (RuntimeException failure) {
                LOG.warn("{}: the files that were uploaded could not be closed", name(), failure);
            }
        }
    }

    private void answer() throws Exception {
        var read = read();
        var answering = enter();
        failures = answering.failures();
        var mine = Work.of(name, answering.databases()).deadline(timeLeft());
        work = mine;
        var response = mine.run(() -> withinWork(read, answering.handler()));
        handling = false;
        if (isLasting(response)) {
            var longer = Work.of(name, answering.databases());
            work = longer;
            longer.run(() -> outgoing.send(response));
        } else if (!(response instanceof Response.Streamed)) {
            outgoing.send(response);
        }
    }

    private Request read() {
        var read = new RequestHead(incoming, requests.settings())
                .read(body == null ? InputStream::nullInputStream : body, connection);
        request = read;
        return read;
    }

    private static boolean isLasting(Response response) {
        return response instanceof Response.Streamed streamed && streamed.lasting();
    }

    /** Passes the gate; if it is closed, waits for it as long as a request may take. */
    private Gate.Answering enter() throws InterruptedException {
        while (true) {
            inside = true; // first, so that whoever has closed the gate sees this one or is seen by it
            var answering = requests.gate().look();
            if (answering != null) {
                return answering;
            }
            inside = false;
            var left = timeLeft();
            if (!left.isPositive()) {
                throw RequestHead.refused(
                        Status.SERVICE_UNAVAILABLE, "what answers requests was not exchanged in time");
            }
            requests.gate().await(left);
        }
    }

    private Duration timeLeft() {
        return requests.settings().requestDeadline().minusNanos(System.nanoTime() - began);
    }

    private Response withinWork(Request read, Handler handler) throws Exception {
        if (left) {
            throw new IOException("the client left before its request was looked at");
        }
        var response = handler.handle(read).partFor(read);
        if (response instanceof Response.Streamed && !isLasting(response)) {
            outgoing.send(response);
        }
        return response;
    }

    private void answer(Throwable failure) {
        handling = false;
        if (left) {
            return;
        }
        if (outgoing.claimed()) {
            LOG.warn("{}: the response was broken off", name(), failure);
            outgoing.abort();
            return;
        }
        try {
            outgoing.send(page(failure));
        } catch (Exception | Error again) {
            LOG.error("{}: even the error page failed", name(), again);
            outgoing.abort();
        }
    }

    private Response page(Throwable failure) {
        var read = request;
        if (read != null) {
            return failures.answer(read, failure);
        }
        if (failure instanceof HttpException refused) {
            return refused.response();
        }
        LOG.error("{}: the request could not be read", name(), failure);
        return PlainFailures.text(Status.INTERNAL_SERVER_ERROR);
    }

    private int status() {
        if (outgoing.handedOver() || (!left && outgoing.status() != 0)) {
            return outgoing.status();
        }
        return left ? Status.CLIENT_LEFT.code() : INTERNAL_SERVER_ERROR;
    }

    /** Nobody waits for the answer any more. On the event loop. */
    void clientLeft() {
        if (left || outgoing.handedOver()) {
            return;
        }
        left = true;
        var gone = new IOException("the client left");
        if (body != null) {
            body.fail(gone);
        }
        outgoing.fail(gone);
        connection.end(this, true);
        requests.cancel(this, WorkCancelled.Reason.CLIENT_LEFT);
    }

    /** The body turned out not to be HTTP. On the event loop. */
    void spoiled() {
        if (body != null) {
            body.fail(RequestHead.refused(Status.BAD_REQUEST, "the body is not chunked as it says"));
        }
    }

    /** Whether what is left of the request's body is too much to wait for. On the event loop, before the response. */
    boolean leavesRest() {
        return body != null && !body.discard();
    }

    /** Whether its connection shall carry no other after it. */
    boolean last() {
        return requests.draining();
    }

    /** The response is on its way. On the event loop. */
    void answered() {
        connection.end(this, body == null || body.ended());
    }

    /** Whether its handler should have ended long ago. */
    boolean overdue(long now) {
        return handling && now - began > requests.settings().requestDeadline().toNanos() + requests.grace();
    }

    /** Answers in place of a handler that does not come back. */
    void abandon() {
        LOG.error("{} was cancelled at its deadline and has not come back since: its thread still runs", name());
        handling = false;
        if (outgoing.claimed()) {
            outgoing.abort();
        } else {
            answer(RequestHead.refused(Status.SERVICE_UNAVAILABLE, "the deadline has passed"));
        }
    }

    /** Ends what would last: the server ends, or its handler is exchanged. */
    void dismiss() {
        outgoing.dismiss();
    }

    /** Whether it is better not to begin what lasts. */
    boolean unwanted() {
        return left || requests.draining() || requests.gate().look() == null;
    }

    /** Its work; null before it has passed the gate. */
    @Nullable
    Work work() {
        return work;
    }

    /** Whether it has passed the gate. */
    boolean inside() {
        return inside;
    }

    /** Turns it away. On the event loop. */
    void refuse(Response answer) {
        handling = false;
        request = null;
        answer(new HttpException(answer, "turned away", null));
        requests.note(RequestHead.line(incoming), answer.status().code(), outgoing.bytes());
    }

    @Override
    public String toString() {
        return name();
    }
}
