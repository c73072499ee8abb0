package nuages.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections of a server. Stands where sockets are accepted: counts them and closes those beyond the limits before
 * anything is read. Threads share it.
 */
@Sharable
final class Connections extends ChannelInboundHandlerAdapter {
    /** Both ends of a connection, as the HTTP side knows them. */
    private record Ends(SocketAddress remote, SocketAddress local) {}

    private static final Logger LOG = LoggerFactory.getLogger("nuages.server");
    private static final long TELLING_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ServerSettings settings;
    private final SyntaxGuard.Refusals refusals;
    private final LongAdder refused = new LongAdder();

    /** How many of them the log knows of, and when it was told; for whoever sweeps. */
    private long told;

    private long toldAt = System.nanoTime() - TELLING_NANOS;

    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final Map<Ends, Connection> open = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Connection> speaking = new ConcurrentHashMap<>();

    Connections(ServerSettings settings, SyntaxGuard.Refusals refusals) {
        this.settings = settings;
        this.refusals = refusals;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var channel = (Channel) message;
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote) || !admit(remote.getAddress())) {
            refused.increment();
            channel.unsafe().closeForcibly();
            return;
        }
        var ends = new Ends(SocketAddress.inetSocketAddress(remote), SocketAddress.inetSocketAddress((InetSocketAddress)
                channel.localAddress()));
        var connection = new Connection(channel, remote, settings, refusals);
        open.put(ends, connection);
        channel.closeFuture().addListener(closed -> forget(ends, connection, remote.getAddress()));
        channel.pipeline().addLast(connection);
        context.fireChannelRead(message);
    }

    private boolean admit(InetAddress address) {
        if (open.size() >= settings.connections()) {
            return false;
        }
        if (perAddress.merge(address, 1, Integer::sum) > settings.connectionsPerAddress()) {
            release(address);
            return false;
        }
        return true;
    }

    private void release(InetAddress address) {
        perAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
    }

    /** A client may use its port again, so that the next connection between the same ends is open already. */
    private void forget(Ends ends, Connection connection, InetAddress address) {
        open.remove(ends, connection);
        release(address);
    }

    /** Connects the HTTP side of a connection with its socket. Called on the connection's event loop. */
    void speak(HttpConnection http) {
        var connection = open.get(new Ends(http.remoteAddress(), http.localAddress()));
        if (connection == null) {
            http.close();
            return;
        }
        speaking.put(http, connection);
        http.closeHandler(closed -> speaking.remove(http));
        connection.speak(http);
    }

    @Nullable
    Connection of(HttpConnection http) {
        return speaking.get(http);
    }

    /** Closes those that are overdue, and tells of those that were turned away; called a few times a second, from outside of the event loops. */
    void sweep(long now) {
        for (var connection : open.values()) {
            connection.closeIfOverdue(now);
        }
        long turnedAway = refused() - told;
        if (turnedAway > 0 && now - toldAt >= TELLING_NANOS) {
            told += turnedAway;
            toldAt = now;
            Thread.ofVirtual().start(() -> tell(turnedAway));
        }
    }

    /** Many may come at once, so that they share a line. */
    private void tell(long turnedAway) {
        LOG.warn(
                "{} connections were closed as soon as they came: at most {} may be open, and {} from one address; {}"
                        + " are. If they are honest, raise connections or connectionsPerAddress",
                turnedAway,
                settings.connections(),
                settings.connectionsPerAddress(),
                count());
    }

    int count() {
        return open.size();
    }

    long refused() {
        return refused.sum();
    }
}
