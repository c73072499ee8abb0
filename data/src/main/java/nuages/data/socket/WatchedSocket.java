package nuages.data.socket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * A socket whose {@code close} only ends this side, and which remembers whether the server ended its own in answer. An
 * end that comes unasked, or a reset, proves nothing: something between here and the server may have cut both sides, and
 * a server that is busy with a statement does not notice.
 */
final class WatchedSocket extends Socket {
    private final int loginTimeoutMillis;
    private volatile boolean opened;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile boolean draining;
    private volatile boolean endedByServer;
    private volatile boolean cut;
    private volatile int wantedTimeoutMillis;

    WatchedSocket(int loginTimeoutMillis) {
        this.loginTimeoutMillis = loginTimeoutMillis;
    }

    void opened() {
        opened = true;
        try {
            super.setSoTimeout(wantedTimeoutMillis);
        } catch (SocketException _) {
            // the next read tells the driver
        }
    }

    boolean endedByServer() {
        return endedByServer || !isConnected();
    }

    void abort() {
        closed = true;
        try {
            super.close();
        } catch (IOException _) {
            // it is closed all the same
        }
    }

    boolean gone(long deadline) {
        close();
        draining = true;
        try {
            while (!endedByServer() && !cut && !super.isClosed() && System.nanoTime() < deadline) {
                drain(deadline);
            }
        } catch (IOException _) {
            // closed on this side before the server was seen to end its own
        }
        abort();
        return endedByServer();
    }

    private void drain(long deadline) throws IOException {
        long millis = Math.clamp((deadline - System.nanoTime()) / 1_000_000, 1, 1_000);
        super.setSoTimeout((int) millis);
        var rest = getInputStream();
        var discarded = new byte[4096];
        try {
            while (rest.read(discarded) >= 0) {
                // what the server still had to say
            }
        } catch (SocketTimeoutException _) {
            // not yet
        }
    }

    /** Ends this side. MariaDB's driver does so before it closes, and a quick server answers in between. */
    @Override
    public void shutdownOutput() throws IOException {
        ended = true;
        super.shutdownOutput();
    }

    /** Ends this side; the server answers by ending its own. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (isConnected()) {
                shutdownOutput();
            }
        } catch (IOException _) {
            // ended already
        }
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return (closed && !draining) || super.isClosed();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        wantedTimeoutMillis = timeout;
        super.setSoTimeout(opened ? timeout : login(timeout));
    }

    @Override
    public int getSoTimeout() {
        return wantedTimeoutMillis;
    }

    private int login(int timeout) {
        return timeout == 0 ? loginTimeoutMillis : Math.min(timeout, loginTimeoutMillis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (!opened && super.getSoTimeout() == 0) {
            super.setSoTimeout(loginTimeoutMillis);
        }
        return new Watched(super.getInputStream());
    }

    /** Notices the end. */
    private final class Watched extends FilterInputStream {
        private Watched(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            try {
                return seen(super.read());
            } catch (SocketTimeoutException e) {
                throw timedOut(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return seen(super.read(bytes, offset, length));
            } catch (SocketTimeoutException e) {
                throw timedOut(e);
            }
        }

        /** pgjdbc goes on reading after a time-out that it has not asked for itself. */
        private IOException timedOut(SocketTimeoutException e) {
            return opened || draining
                    ? e
                    : new IOException("no answer within " + loginTimeoutMillis + " ms while connecting", e);
        }

        private int seen(int read) {
            if (read < 0) {
                cut |= !ended && !closed;
                endedByServer = !cut;
            }
            return read;
        }
    }
}
