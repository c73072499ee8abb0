package nuages.server;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import nuages.web.event.Departing;
import org.jspecify.annotations.Nullable;

/** A response's body as it is written. Blocks while the client is slow. One thread at a time may use it. */
final class OutgoingStream extends OutputStream implements Departing {
    private static final int PIECE = 16 * 1024;

    private final Outgoing outgoing;
    private final Connection connection;
    private final Delivery delivery;
    private final long promised;
    private final byte[] buffer = new byte[PIECE];
    private int buffered;
    private long written;
    private volatile @Nullable Runnable told;

    /** With the length that the answer's head tells; negative if it tells none. */
    OutgoingStream(Outgoing outgoing, Connection connection, Delivery delivery, long promised) {
        this.outgoing = outgoing;
        this.connection = connection;
        this.delivery = delivery;
        this.promised = promised;
    }

    @Override
    public void whenGone(Runnable listener) {
        told = listener;
        if (outgoing.dismissed()) {
            listener.run();
        }
    }

    /** Nobody reads any more, or nobody shall. From any thread. */
    void tell() {
        var listener = told;
        if (listener != null) {
            listener.run();
        }
    }

    long written() {
        return written;
    }

    @Override
    public void write(int octet) throws IOException {
        if (buffered == PIECE) {
            push();
        }
        buffer[buffered++] = (byte) octet;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, source.length);
        int from = offset;
        int rest = length;
        while (rest > 0) {
            if (buffered == PIECE) {
                push();
            }
            int count = Math.min(rest, PIECE - buffered);
            System.arraycopy(source, from, buffer, buffered, count);
            buffered += count;
            from += count;
            rest -= count;
        }
    }

    /** Sends what was written so far. */
    @Override
    public void flush() throws IOException {
        if (buffered > 0) {
            push();
        }
    }

    private void push() throws IOException {
        if (promised >= 0 && written + buffered > promised) {
            throw unlike("more"); // what is too much would be taken for the next answer
        }
        var piece = Arrays.copyOf(buffer, buffered);
        buffered = 0;
        delivery.begin(piece.length);
        written += piece.length;
        connection.execute(() -> follow(() -> outgoing.write(piece), piece.length));
    }

    /** Sends the rest and waits until the socket has taken all of it. */
    void finish() throws IOException {
        flush();
        if (written < promised) {
            throw unlike("no more than " + written + " bytes of it");
        }
        delivery.begin(1);
        connection.execute(() -> follow(outgoing::end, 1));
        delivery.await();
    }

    private IllegalStateException unlike(String have) {
        return new IllegalStateException("the answer has a Content-Length of " + promised + " bytes and " + have
                + " were written, so the connection is broken off: leave the header out, unless the length is known");
    }

    private void follow(Supplier<Future<Void>> write, int length) {
        try {
            write.get().onComplete(done -> delivery.end(length, done.cause()));
        } catch (RuntimeException closed) {
            delivery.end(length, closed);
        }
    }
}
