package nuages.data.socket;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sockets that a driver opened for one connection. Closing such a socket only ends this side of it; it stays open
 * until {@link #gone} has seen the server end its side, or has given up. Threads share it.
 */
public final class SocketWatch {
    private static final ScopedValue<SocketWatch> CURRENT = ScopedValue.newInstance();

    private final List<WatchedSocket> sockets = new CopyOnWriteArrayList<>();
    private final int loginTimeoutMillis;

    /** A watch; while a connection is being opened, no read from its sockets takes longer than that. */
    public SocketWatch(Duration loginTimeout) {
        this.loginTimeoutMillis = Math.clamp(loginTimeout.toMillis(), 1, Integer.MAX_VALUE);
    }

    /** Runs code whose sockets shall be watched. */
    public <R> R during(Callable<R> code) throws Exception {
        return ScopedValue.where(CURRENT, this).call(code::call);
    }

    /** The connection is open: from now on reads take as long as the driver lets them. */
    public void opened() {
        sockets.forEach(WatchedSocket::opened);
    }

    /** Whether the server is already known to have ended its side. */
    public boolean endedByServer() {
        return sockets.stream().allMatch(WatchedSocket::endedByServer);
    }

    /** Closes at once; what the server does then is not seen any more. Whoever reads or writes gets an exception. */
    public void abort() {
        sockets.forEach(WatchedSocket::abort);
    }

    /**
     * Ends this side, waits at most that long for the server to end its side, and closes.
     *
     * @return whether the server was seen to end every one
     */
    public boolean gone(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean gone = true;
        for (var socket : sockets) {
            gone &= socket.gone(deadline);
        }
        return gone;
    }

    static Socket socket() {
        if (!CURRENT.isBound()) {
            return new Socket();
        }
        var watch = CURRENT.get();
        var socket = new WatchedSocket(watch.loginTimeoutMillis);
        watch.sockets.add(socket);
        return socket;
    }
}
