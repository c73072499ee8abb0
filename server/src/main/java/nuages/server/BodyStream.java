package nuages.server;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request's body as a stream. One thread at a time may use it. */
final class BodyStream extends InputStream {
    /** How long the client was waited for, in nanoseconds. */
    static final class Patience {
        long waited;
    }

    /** Hands over what came next, or null at the end. */
    interface Source {
        @Nullable
        Buffer next(Patience patience) throws IOException;
    }

    private final Source source;
    private final Patience patience = new Patience();
    private @Nullable Buffer current;
    private int position;

    BodyStream(Source source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        var chunk = chunk();
        return chunk == null ? -1 : chunk.getByte(position++) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        var chunk = chunk();
        if (chunk == null) {
            return -1;
        }
        int count = Math.min(length, chunk.length() - position);
        chunk.getBytes(position, position + count, target, offset);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return current == null ? 0 : current.length() - position;
    }

    private @Nullable Buffer chunk() throws IOException {
        var chunk = current;
        while (chunk == null || position == chunk.length()) {
            chunk = source.next(patience);
            current = chunk;
            position = 0;
            if (chunk == null) {
                return null;
            }
        }
        return chunk;
    }
}
