package nuages.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import nuages.data.connection.Work;
import nuages.data.dialect.Sqlite;
import nuages.data.error.WorkCancelled;
import nuages.web.http.Handler;
import nuages.web.http.HttpException;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.Csrf;
import org.jspecify.annotations.Nullable;

/** One request through a whole site, as its server would answer it. One thread uses it. */
final class Dispatch {
    private static final InetSocketAddress VISITOR = new InetSocketAddress(InetAddress.getLoopbackAddress(), 49_152);
    private static final int FAILED = 500;

    private final ComposedSite site;
    private final Call call;
    private final Client.Manner manner;
    private final AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
    private final AtomicReference<@Nullable Work> work = new AtomicReference<>();
    private final List<String> statements = new ArrayList<>();
    private final Renderings renderings = new Renderings();
    /** Where a body is written as it comes to be; null if it is kept. */
    private @Nullable OutputStream live;

    private byte[] body = new byte[0];
    /** What answers in the place of a view; null if a view does. */
    private @Nullable Handler view;

    Dispatch(ComposedSite site, Call call, Client.Manner manner) {
        refuseWithinTransaction(site, call);
        this.site = site;
        this.call = call;
        this.manner = manner;
    }

    /** Answers it. */
    Reply reply(Client client) {
        var response = answer();
        check(response);
        return new Reply(client, call, response, new Reply.Made(body, statements, renderings.all()));
    }

    /** Has this in the place of a view. */
    Dispatch instead(Handler handler) {
        view = handler;
        return this;
    }

    /** Answers it and writes the body as it comes to be. */
    void into(OutputStream out) throws IOException {
        live = out;
        check(answer());
        out.write(body);
    }

    /** Nobody waits for the answer any more. Any thread may say so. */
    void leave() {
        var running = work.get();
        if (running != null) {
            running.cancel(WorkCancelled.Reason.CLIENT_LEFT);
        }
    }

    private void check(Response response) {
        if (response.status().code() == FAILED && !manner.errorPages()) {
            var failure = seen.get();
            throw new RequestFailed(this + " failed" + (failure == null ? "; see the log" : ": " + failure), failure);
        }
    }

    private static void refuseWithinTransaction(ComposedSite site, Call call) {
        for (var database : site.databases().all()) {
            if (database.inAtomic() && !(site.recipe().committing() && !(database.dialect() instanceof Sqlite))) {
                throw new IllegalStateException(call.method() + " " + call.target()
                        + " was asked for within a transaction of the test, which holds the only connection of"
                        + " database \""
                        + database.alias() + "\" that the request could have: call it outside of atomic");
            }
        }
    }

    private Response answer() {
        Request request;
        try {
            request = request();
        } catch (HttpException refused) {
            return full(refused.response());
        }
        try {
            var mine = Work.of(call.method() + " " + request.path(), site.databases())
                    .deadline(site.composition().server().requestDeadline());
            work.set(mine);
            return mine.run(() -> {
                var response = new AtomicReference<@Nullable Response>();
                statements.addAll(mine.statements().during(() -> response.set(taken(request))));
                return Objects.requireNonNull(response.get());
            });
        } catch (Exception | StackOverflowError failure) {
            seen.set(failure);
            return full(site.composition().failures().answer(request, failure));
        } finally {
            request.release();
        }
    }

    private Request request() {
        var sent = call.body();
        var request = Request.to(call.method(), call.target())
                .headers(call.headers(manner.secure()))
                .body(() -> new ByteArrayInputStream(sent))
                .secure(manner.secure())
                .remote(VISITOR)
                .build()
                .with(Witness.SEEN, seen)
                .with(Renderings.KEY, renderings);
        if (view != null) {
            request = request.with(Instead.VIEW, view);
        }
        return manner.checked() ? request : Csrf.unchecked(request);
    }

    /** The response with its body read, within the work. */
    private Response taken(Request request) throws Exception {
        var response = site.composition().handler().handle(request).partFor(request);
        var out = new ByteArrayOutputStream();
        var written = live;
        switch (response) {
            case Response.Full full -> out.writeBytes(full.body());
            case Response.Streamed streamed -> {
                if (call.method() != Method.HEAD) {
                    streamed.writer().writeTo(written == null ? out : written);
                }
            }
            case Response.FromFile file -> {
                if (!Files.isRegularFile(file.path())) {
                    throw new NotFound("there is no file " + file.path());
                }
                out.writeBytes(part(file));
            }
        }
        return sent(response, out.toByteArray());
    }

    private static byte[] part(Response.FromFile file) throws IOException {
        try (var in = Files.newInputStream(file.path())) {
            in.skipNBytes(file.offset());
            return file.length() < 0 ? in.readAllBytes() : in.readNBytes(Math.toIntExact(file.length()));
        }
    }

    private Response full(Response response) {
        return sent(response, response instanceof Response.Full it ? it.body() : new byte[0]);
    }

    /** The head as it is sent, and the body if there is one to send. */
    private Response sent(Response response, byte[] whole) {
        boolean bodyless =
                response.status().equals(Status.NO_CONTENT) || response.status().equals(Status.NOT_MODIFIED);
        body = bodyless || call.method() == Method.HEAD ? new byte[0] : whole;
        return bodyless || response instanceof Response.Streamed
                ? response
                : response.with("Content-Length", Integer.toString(whole.length));
    }

    @Override
    public String toString() {
        return call.method() + " " + call.target();
    }
}
