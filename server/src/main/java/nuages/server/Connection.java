package nuages.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * One socket: the exchanges it carries, and by when something must happen on it. Stands first in its pipeline. Confined
 * to its event loop, but for {@link #closeIfOverdue} and {@link #execute}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // whether a close succeeds, the socket itself will tell
final class Connection extends ChannelDuplexHandler {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long LINGER_MILLIS = 1000;

    private final Channel channel;
    private final InetSocketAddress remote;
    private final long headerNanos;
    private final long idleNanos;
    private final SyntaxGuard.Refusals refusals;
    private final List<Exchange> exchanges = new ArrayList<>(1);
    private @Nullable ChannelHandlerContext context;
    private @Nullable SyntaxGuard guard;
    private @Nullable Status refusal;
    private boolean secure;
    private boolean multiplexed;
    private boolean headBegun;
    private boolean lingering;
    private boolean farewell;
    private @Nullable HttpConnection http;

    /** In {@link System#nanoTime}; written by the event loop. */
    private volatile long deadline;

    Connection(Channel channel, InetSocketAddress remote, ServerSettings settings, SyntaxGuard.Refusals refusals) {
        this.channel = channel;
        this.remote = remote;
        this.refusals = refusals;
        this.headerNanos = settings.headerTime().toNanos();
        this.idleNanos = settings.idleTime().toNanos();
        this.deadline = System.nanoTime() + headerNanos;
    }

    InetSocketAddress remote() {
        return remote;
    }

    boolean secure() {
        return secure;
    }

    /** Whether it is HTTP/2. */
    boolean multiplexed() {
        return multiplexed;
    }

    /** Runs on the connection's event loop. */
    void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }

    void speak(HttpConnection speaker) {
        http = speaker;
        secure = speaker.isSsl();
        multiplexed = speaker.protocolVersion() == HttpVersion.HTTP_2;
        if (multiplexed) {
            deadline = System.nanoTime() + idleNanos;
        } else {
            guard = new SyntaxGuard(this, refusals);
            channel.pipeline().addBefore("handler", "syntax", guard);
        }
    }

    void begin(Exchange exchange) {
        exchanges.add(exchange);
        headBegun = false;
        deadline = NEVER;
    }

    /** The response is on its way; what remains of the request's body must arrive as fast as a head must. */
    void end(Exchange exchange, boolean bodyArrived) {
        if (exchanges.remove(exchange) && exchanges.isEmpty()) {
            deadline = System.nanoTime() + (bodyArrived ? idleNanos : headerNanos);
            if (refusal != null) {
                refuse(refusal);
            }
        }
    }

    /** What came is not HTTP: says so, after what is being answered, and reads no more. */
    void refuse(Status status) {
        refusal = status;
        if (exchanges.isEmpty() && guard != null) {
            guard.answer(status);
        }
    }

    /** The body of the current request is not HTTP. */
    void spoil() {
        if (exchanges.isEmpty()) {
            linger();
        } else {
            exchanges.getLast().spoiled();
        }
    }

    /**
     * Ends it without losing what was sent: a close with unread input would make the client's side forget it. So says
     * that no more will come, and waits a moment for the client to close. HTTP/2 has said so in its own words.
     */
    void linger() {
        if (lingering || !channel.isActive()) {
            return;
        }
        lingering = true;
        channel.config().setAutoRead(true);
        if (!multiplexed) {
            endOutput();
        }
        channel.eventLoop().schedule(this::drop, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void endOutput() {
        var tls = channel.pipeline().get(SslHandler.class);
        if (tls != null && !tls.engine().isOutboundDone()) {
            tls.closeOutbound();
        }
        ((DuplexChannel) channel).shutdownOutput();
    }

    /** Somebody behind it closes the connection. */
    @Override
    public void close(ChannelHandlerContext closing, ChannelPromise promise) {
        channel.closeFuture().addListener(closed -> promise.trySuccess());
        if (!lingering) {
            linger();
        }
        if (!channel.isActive()) {
            drop();
        }
    }

    /** Resets it, so that the client can tell that its response is not whole. */
    void abort() {
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        drop();
    }

    /** Closes the socket at once, whatever is still to be written. */
    void drop() {
        if (context != null) {
            context.close();
        } else {
            channel.close();
        }
    }

    /** Changes while the client takes something of what is being written. On the event loop. */
    long progress() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : 31 * buffer.totalPendingWriteBytes() + buffer.currentProgress();
    }

    /** May be called from any thread. */
    void closeIfOverdue(long now) {
        if (overdue(now)) {
            execute(() -> {
                if (overdue(now)) {
                    sayFarewell();
                }
            });
        }
    }

    /** HTTP/2 is told why it ends, if it listens. A request that began and did not go on is logged; silence is not. */
    private void sayFarewell() {
        var speaker = http;
        if (speaker == null || !multiplexed || farewell) {
            if (headBegun && !multiplexed && !lingering) {
                refusals.refused(Status.REQUEST_TIMEOUT, 0);
                guard = null; // which would take what came for something odd as well
            }
            drop();
            return;
        }
        farewell = true;
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
        speaker.close();
    }

    private boolean overdue(long now) {
        long limit = deadline;
        return limit != NEVER && now - limit > 0;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (lingering) {
            ReferenceCountUtil.release(message);
        } else {
            reading.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        if (exchanges.isEmpty() && !headBegun && !multiplexed) {
            headBegun = true;
            deadline = Math.min(deadline, System.nanoTime() + headerNanos);
        }
        reading.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        for (var exchange : List.copyOf(exchanges)) {
            exchange.clientLeft();
        }
        exchanges.clear();
        closed.fireChannelInactive();
    }
}
