package nuages.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/** Stands behind the HTTP/1 decoder and answers what is not HTTP, so that nothing behind it has to. */
final class SyntaxGuard extends ChannelInboundHandlerAdapter {
    private static final Status VERSION_NOT_SUPPORTED = new Status(505, "HTTP Version Not Supported");

    private final Connection connection;
    private final Refusals refusals;
    private @Nullable ChannelHandlerContext context;
    private boolean bad;

    /** Is told of each answer to what never became a request, with the bytes that were sent, on the event loop. */
    interface Refusals {
        void refused(Status status, int bytes);
    }

    SyntaxGuard(Connection connection, Refusals refusals) {
        this.connection = connection;
        this.refusals = refusals;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (bad) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            bad = true;
            ReferenceCountUtil.release(message);
            if (message instanceof HttpMessage) {
                connection.refuse(status(part.decoderResult().cause()));
            } else {
                connection.spoil();
            }
        } else if (message instanceof HttpMessage head && !supported(head.protocolVersion())) {
            bad = true;
            boolean http = head.protocolVersion().protocolName().equals("HTTP");
            connection.refuse(http ? VERSION_NOT_SUPPORTED : Status.BAD_REQUEST);
        } else {
            reading.fireChannelRead(message);
        }
    }

    private static boolean supported(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private static Status status(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> Status.URI_TOO_LONG;
            case TooLongHttpHeaderException header -> Status.HEADERS_TOO_LARGE;
            default -> Status.BAD_REQUEST;
        };
    }

    /** Writes an answer of its own and ends the connection. */
    void answer(Status status) {
        if (context == null) {
            return;
        }
        var text = (status.code() + " " + status.reason() + "\n").getBytes(StandardCharsets.US_ASCII);
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                new HttpResponseStatus(status.code(), status.reason()),
                Unpooled.wrappedBuffer(text));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, text.length)
                .set(HttpHeaderNames.CONNECTION, "close");
        refusals.refused(status, text.length);
        context.writeAndFlush(response).addListener(written -> connection.linger());
    }
}
