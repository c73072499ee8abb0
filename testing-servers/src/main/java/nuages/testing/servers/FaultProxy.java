package nuages.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The network between a program and its database, where things go wrong on demand.
 *
 * <p>It listens on 127.0.0.1 and passes on to another port there. Threads may share it.
 */
public final class FaultProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final Traffic traffic = new Traffic();
    private final AtomicLong accepted = new AtomicLong();
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener; // guarded by this
    private @Nullable Thread acceptor; // guarded by this

    private FaultProxy(int target) {
        this.target = target;
        this.port = Ports.free();
        listen();
    }

    /** A proxy that passes everything on to this port of 127.0.0.1. */
    public static FaultProxy before(int port) {
        return new FaultProxy(port);
    }

    /** A proxy that passes everything on to this server. */
    public static FaultProxy before(DatabaseServer server) {
        return new FaultProxy(server.port());
    }

    /** The port on which the proxy listens. */
    public int port() {
        return port;
    }

    /** The same database address, through this proxy. */
    public String url(String url) {
        return DatabaseUrl.of(url).at(port).toString();
    }

    /** Passes everything on, without delay; what was held back in a black hole goes on too. */
    public void pass() {
        traffic.pass();
        listen();
    }

    /** Accepts connections and bytes, old and new, and passes nothing on until {@link #pass}. */
    public void blackHole() {
        traffic.hold();
        listen();
    }

    /** Refuses new connections; those that are open go on. */
    public void refuse() {
        stopListening();
    }

    /** Holds each packet back so long, in both directions. */
    public void delay(Duration delay) {
        traffic.delay(delay);
    }

    /** Resets the connection that passes the n-th byte from now on, right after that byte. */
    public void cutAfter(long bytes) {
        traffic.cutAfter(bytes);
    }

    /** Resets every open connection. */
    public void drop() {
        for (ProxiedConnection connection : List.copyOf(open)) {
            connection.reset();
            open.remove(connection);
        }
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** How many connections were ever accepted. */
    public long accepted() {
        return accepted.get();
    }

    /** Resets every connection and stops listening. */
    @Override
    public void close() {
        stopListening();
        drop();
        traffic.pass();
    }

    private synchronized void listen() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            listener = socket;
            acceptor = Thread.ofVirtual().name("fault-proxy-" + port).start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void stopListening() {
        ServerSocket socket = listener;
        Thread accepting = acceptor;
        listener = null;
        acceptor = null;
        if (socket == null || accepting == null) {
            return;
        }
        try {
            socket.close();
            accepting.join(); // until then the port still answers
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket client = socket.accept();
                accepted.incrementAndGet();
                ProxiedConnection connection = new ProxiedConnection(client, traffic);
                open.add(connection);
                Thread.ofVirtual().start(() -> {
                    try {
                        connection.run(target);
                    } finally {
                        open.remove(connection);
                    }
                });
            }
        } catch (IOException e) {
            // the listener was closed
        }
    }
}
