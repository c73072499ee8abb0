package nuages.web.http;

import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for. Made by a server, or by a test with {@link #builder}. One thread at a time may use it.
 *
 * <p>The path is decoded; the query is not.
 */
public final class Request {
    private final Method method;
    private final String path;
    private final @Nullable String query;
    private final Headers headers;
    private final Body body;
    private final InetSocketAddress remote;
    private final boolean secure;
    private final String version;

    private Request(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.query = builder.query;
        this.headers = builder.headers;
        this.body = Objects.requireNonNullElse(builder.body, java.io.InputStream::nullInputStream);
        this.remote = Objects.requireNonNullElse(builder.remote, InetSocketAddress.createUnresolved("localhost", 0));
        this.secure = builder.secure;
        this.version = builder.version;
    }

    /** A request in the making. */
    public static Builder builder(Method method, String path) {
        return new Builder(method, path);
    }

    /** The method. */
    public Method method() {
        return method;
    }

    /** The decoded path, such as {@code /polls/7/}. */
    public String path() {
        return path;
    }

    /** What stands behind the question mark, as it was sent; empty if there is none. */
    public String query() {
        return query == null ? "" : query;
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /** The body. */
    public Body body() {
        return body;
    }

    /** Who sent it: the other end of the socket. */
    public InetSocketAddress remote() {
        return remote;
    }

    /** Whether it came over TLS. */
    public boolean secure() {
        return secure;
    }

    /** The protocol, such as {@code HTTP/1.1}. */
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Collects the parts of a request. */
    public static final class Builder {
        private final Method method;
        private final String path;
        private @Nullable String query;
        private Headers headers = Headers.none();
        private @Nullable Body body;
        private @Nullable InetSocketAddress remote;
        private boolean secure;
        private String version = "HTTP/1.1";

        private Builder(Method method, String path) {
            this.method = method;
            this.path = path;
        }

        /** Sets the query, as it is sent. */
        public Builder query(@Nullable String sent) {
            this.query = sent;
            return this;
        }

        /** Sets the headers. */
        public Builder headers(Headers fields) {
            this.headers = fields;
            return this;
        }

        /** Sets the body. */
        public Builder body(Body content) {
            this.body = content;
            return this;
        }

        /** Sets who sent it. */
        public Builder remote(InetSocketAddress address) {
            this.remote = address;
            return this;
        }

        /** Sets whether it came over TLS. */
        public Builder secure(boolean tls) {
            this.secure = tls;
            return this;
        }

        /** Sets the protocol. */
        public Builder version(String protocol) {
            this.version = protocol;
            return this;
        }

        /** The request. */
        public Request build() {
            return new Request(this);
        }
    }
}
