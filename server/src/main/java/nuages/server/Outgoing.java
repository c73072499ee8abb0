package nuages.server;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import nuages.web.http.NotFound;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * A response on its way from the thread that made it to the event loop. Whoever claims it first answers; anybody else
 * has nothing to say any more.
 */
final class Outgoing {
    /** Larger bodies are written piece by piece, as the client takes them. */
    private static final int AT_ONCE = 64 * 1024;

    /** How much of a file is read at once where the kernel cannot copy it. */
    private static final int PIECE = 16 * 1024;

    private static final long UNKNOWN = -1;
    private static final long NONE = -2;
    private static final long HTTP2_NO_ERROR = 0;
    private static final long HTTP2_INTERNAL_ERROR = 2;

    private final Exchange exchange;
    private final Connection connection;
    private final HttpServerResponse response;
    private final Clock clock;
    private final HeaderTexts texts;
    private final ServerSettings settings;
    private final boolean headOnly;
    private final boolean version10;
    private final AtomicBoolean claimed = new AtomicBoolean();

    /** On the event loop. */
    private boolean closing;

    private volatile int status;
    private volatile long bytes;
    private volatile boolean handedOver;
    private volatile boolean dismissed;
    private volatile @Nullable OutgoingStream stream;
    private volatile @Nullable Delivery delivery;

    Outgoing(
            Exchange exchange,
            Connection connection,
            HttpServerRequest incoming,
            Clock clock,
            HeaderTexts texts,
            ServerSettings settings) {
        this.exchange = exchange;
        this.connection = connection;
        this.response = incoming.response();
        this.clock = clock;
        this.texts = texts;
        this.settings = settings;
        this.headOnly = incoming.method().equals(HttpMethod.HEAD);
        this.version10 = incoming.version() == HttpVersion.HTTP_1_0;
    }

    /** The status that was sent; zero if none was. */
    int status() {
        return status;
    }

    /** The bytes of body that were handed over. */
    long bytes() {
        var streaming = stream;
        return streaming == null ? bytes : streaming.written();
    }

    /** Whether somebody has begun to answer. */
    boolean claimed() {
        return claimed.get();
    }

    /** Whether the whole response was handed over to the socket. */
    boolean handedOver() {
        return handedOver;
    }

    /** Whether to send it waits for nobody: an event loop may. */
    boolean goesAtOnce(Response answer) {
        return answer instanceof Response.Full full && full.body().length <= AT_ONCE;
    }

    /** Answers, unless that has been done. Returns when the response is on its way; a streamed one when it was taken. */
    void send(Response answer) throws Exception {
        switch (answer) {
            case Response.Full full -> full(full);
            case Response.Streamed streamed -> streamed(streamed);
            case Response.FromFile file -> file(file);
        }
    }

    private void full(Response.Full full) throws Exception {
        if (full.body().length > AT_ONCE && !bodyless(full)) {
            write(full, full.body().length, out -> out.write(full.body()));
        } else if (claim(full)) {
            var body = bodyless(full) ? new byte[0] : full.body();
            bytes = body.length;
            handedOver = true;
            onLoop(() -> {
                head(full, mayHaveLength(full) ? full.body().length : NONE);
                end(response.end(buffer(body)));
            });
        }
    }

    private void streamed(Response.Streamed streamed) throws Exception {
        if (bodyless(streamed)) {
            empty(streamed);
        } else {
            write(streamed, promised(streamed), streamed.writer());
        }
    }

    /** The length that a view tells of what it streams. */
    private static long promised(Response answer) {
        var told = answer.headers().all("Content-Length");
        if (told.isEmpty()) {
            return UNKNOWN;
        }
        long length = told.size() > 1 ? -1 : RequestHead.length(told.getFirst());
        if (length < 0) {
            throw new IllegalStateException("the answer has a Content-Length that is none: " + told);
        }
        return length;
    }

    private void empty(Response answer) {
        if (claim(answer)) {
            handedOver = true;
            onLoop(() -> {
                head(answer, NONE);
                end(response.end());
            });
        }
    }

    private void write(Response answer, long length, Response.Writer writer) throws Exception {
        if (claim(answer)) {
            var pieces = new Delivery(connection, settings.writeStall(), false);
            var out = new OutgoingStream(this, connection, pieces, length);
            stream = out;
            delivery = pieces;
            onLoop(() -> head(answer, length));
            writer.writeTo(out);
            out.finish();
            handedOver = true;
        }
    }

    private void file(Response.FromFile answer) throws Exception {
        if (!Files.isRegularFile(answer.path())) {
            throw new NotFound("there is no file " + answer.path());
        }
        try (var file = FileChannel.open(answer.path())) {
            long length = length(answer, file.size());
            if (bodyless(answer)) {
                var size = Long.toString(length);
                empty(mayHaveLength(answer) ? answer.with("Content-Length", size) : answer);
            } else if (connection.multiplexed() || connection.secure()) {
                write(answer, length, out -> copy(file, answer.offset(), length, out));
            } else if (claim(answer)) {
                sendFile(answer, file, length);
            }
        }
    }

    private static long length(Response.FromFile answer, long size) throws IOException {
        long length = answer.length() < 0 ? size - answer.offset() : answer.length();
        if (length < 0 || answer.offset() + length > size) {
            throw new IOException("the file " + answer.path() + " became shorter while it was about to be sent");
        }
        return length;
    }

    private static void copy(FileChannel file, long offset, long length, OutputStream out) throws IOException {
        var buffer = ByteBuffer.allocate(PIECE);
        for (long done = 0; done < length; done += buffer.limit()) {
            buffer.clear().limit((int) Math.min(PIECE, length - done));
            if (file.read(buffer, offset + done) < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            buffer.flip();
            out.write(buffer.array(), 0, buffer.limit());
        }
    }

    /** Lets the kernel copy the file to the socket. */
    private void sendFile(Response.FromFile answer, FileChannel file, long size) throws IOException {
        var whole = new Delivery(connection, settings.writeStall(), true);
        delivery = whole;
        bytes = size;
        whole.begin(1);
        onLoop(() -> {
            head(answer, size);
            end(response.sendFile(file, answer.offset(), size)).onComplete(done -> whole.end(1, done.cause()));
        });
        whole.await();
        handedOver = true;
    }

    private boolean claim(Response answer) {
        if (!claimed.compareAndSet(false, true)) {
            return false;
        }
        status = answer.status().code();
        return true;
    }

    private boolean bodyless(Response answer) {
        return headOnly || !mayHaveLength(answer);
    }

    private static boolean mayHaveLength(Response answer) {
        int code = answer.status().code();
        return code >= 200 && code != 204 && code != 304;
    }

    /** Hands over a piece of the body. On the event loop. */
    Future<Void> write(byte[] piece) {
        return response.write(buffer(piece));
    }

    /** Hands over the end of a body that came in pieces. On the event loop. */
    Future<Void> end() {
        return end(response.end());
    }

    private void head(Response answer, long length) {
        if (!answer.status().equals(Status.OK)) { // which it is by itself
            status(answer.status());
        }
        var headers = response.headers();
        answer.headers().forEach((name, value) -> {
            if (!ours(name, length)) {
                texts.add(name, value, headers);
            }
        });
        headers.set(HttpHeaders.DATE, clock.httpDate());
        if (length >= 0) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        } else if (length == UNKNOWN && !connection.multiplexed()) {
            closing |= version10;
            response.setChunked(true);
        }
        closing |= exchange.leavesRest() || (exchange.last() && !connection.multiplexed());
        if (closing && !connection.multiplexed()) {
            response.headersEndHandler(last -> headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        }
    }

    private void status(Status status) {
        response.setStatusCode(status.code());
        if (!status.reason().equals(response.getStatusMessage()) && !connection.multiplexed()) {
            response.setStatusMessage(status.reason());
        }
    }

    private static boolean ours(String name, long length) {
        return name.equalsIgnoreCase("Date")
                || name.equalsIgnoreCase("Connection")
                || name.equalsIgnoreCase("Keep-Alive")
                || name.equalsIgnoreCase("Transfer-Encoding")
                || name.equalsIgnoreCase("Upgrade")
                || (length >= 0 && name.equalsIgnoreCase("Content-Length"));
    }

    private Future<Void> end(Future<Void> written) {
        exchange.answered();
        if (closing) {
            written.onComplete(done -> close());
        }
        return written;
    }

    private void close() {
        if (connection.multiplexed()) {
            response.reset(HTTP2_NO_ERROR);
        } else {
            connection.linger();
        }
    }

    /** Breaks the response off, so that the client can tell. */
    void abort() {
        claimed.set(true);
        connection.execute(() -> {
            if (connection.multiplexed()) {
                response.reset(HTTP2_INTERNAL_ERROR);
            } else {
                connection.abort();
            }
            exchange.answered();
        });
    }

    /** The client is gone: whoever writes shall know. */
    void fail(IOException reason) {
        var writing = delivery;
        if (writing != null) {
            writing.end(0, reason);
        }
        dismiss();
    }

    /** Whoever writes without an end shall end. */
    void dismiss() {
        dismissed = true;
        var streaming = stream;
        if (streaming != null) {
            streaming.tell();
        }
    }

    /** Whether nothing that lasts shall be written any more. */
    boolean dismissed() {
        return dismissed || exchange.unwanted();
    }

    private static Buffer buffer(byte[] bytes) {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
    }

    private void onLoop(Runnable task) {
        connection.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException broken) {
                fail(new IOException("the response could not be written", broken));
                abort();
            }
        });
    }
}
