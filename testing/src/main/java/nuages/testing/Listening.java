package nuages.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request whose answer is read while the site still writes it, on a thread of its own. One thread uses it. */
final class Listening {
    /** How far the site may write ahead, in bytes. */
    private static final int AHEAD = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Dispatch dispatch;
    private volatile boolean left;
    private volatile @Nullable Throwable failure;

    private Listening(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** Lets a lambda read, and leaves when it returns; fails if the site has failed, or does not notice that. */
    static <R, X extends Exception> R to(Dispatch dispatch, Client.Reading<R, X> reading) throws X {
        return new Listening(dispatch).listen(reading);
    }

    private <R, X extends Exception> R listen(Client.Reading<R, X> reading) throws X {
        try (var in = new PipedInputStream(AHEAD);
                var out = new PipedOutputStream(in)) {
            var site = Thread.ofVirtual().name("nuages-listening").start(() -> answer(out));
            R result;
            try {
                result = reading.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (Exception | AssertionError wrong) {
                leave(site);
                var first = failure;
                if (first != null) {
                    wrong.addSuppressed(first);
                }
                throw wrong;
            }
            leave(site);
            if (failure instanceof RequestFailed failed) {
                throw failed;
            }
            return result;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void answer(PipedOutputStream out) {
        try (out) {
            write(out);
        } catch (IOException gone) {
            // nobody reads any more
        }
    }

    /** A failure is noted before the end of the stream tells the reader that there is no more. */
    private void write(PipedOutputStream out) {
        try {
            dispatch.into(out);
        } catch (IOException | RuntimeException | Error wrong) {
            if (!left) {
                failure = wrong;
            }
        }
    }

    private void leave(Thread site) {
        left = !site.getState().equals(Thread.State.TERMINATED);
        dispatch.leave();
        try {
            if (!site.join(PATIENCE)) {
                throw new AssertionError(dispatch + " goes on though its client has left " + PATIENCE.toSeconds()
                        + " seconds ago: let it end when it is interrupted, or when it cannot write");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
