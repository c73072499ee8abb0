package nuages.web.http;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nuages.web.upload.Files;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for. Made by a server or a test, with {@link #to} from a URL as it was sent, or with {@link #builder}
 * from a path that is decoded already. One thread at a time may use it.
 *
 * <p>Query, form, cookies and body are read when they are first asked for; what cannot be understood throws {@link
 * BadRequest}. Of several parameters of one name, the last counts.
 */
public final class Request {
    private final Method method;
    private final String path;
    private final String query;
    private final Headers headers;
    private final Content content;
    private final Limits limits;
    private final InetSocketAddress remote;
    private final boolean secure;
    private final String version;
    private final @Nullable Attribute<?> latest;

    private Request(Builder builder) {
        this.method = builder.method;
        this.path = Target.checkedPath(method, builder.path);
        this.query = Target.checked(builder.query);
        this.headers = builder.headers;
        this.content = new Content(headers, query, builder.body);
        this.limits = builder.limits;
        this.remote = Objects.requireNonNullElse(builder.remote, InetSocketAddress.createUnresolved("localhost", 0));
        this.secure = builder.secure;
        this.version = builder.version;
        this.latest = null;
    }

    private Request(
            Request other,
            Headers headers,
            InetSocketAddress remote,
            boolean secure,
            Limits limits,
            @Nullable Attribute<?> latest) {
        this.method = other.method;
        this.path = other.path;
        this.query = other.query;
        this.headers = headers;
        this.content = other.content;
        this.limits = limits;
        this.remote = remote;
        this.secure = secure;
        this.version = other.version;
        this.latest = latest;
    }

    /** A request in the making, to a decoded path. */
    public static Builder builder(Method method, String path) {
        return new Builder(method, path);
    }

    /**
     * A request in the making, to a target as it stands in a request line: {@code /polls/caf%C3%A9/?page=2}, a whole
     * URL, or for {@code OPTIONS} a {@code *}.
     *
     * @throws BadRequest if it is not one, or has broken escapes
     */
    public static Builder to(Method method, String target) {
        return Target.parse(method, target);
    }

    /**
     * The request that this thread answers, with everything put on it on its way to the view.
     *
     * @throws IllegalStateException outside of a view; one is no longer within it when it writes a streamed body
     */
    public static Request current() {
        return Current.request();
    }

    /** What a view answers; while it runs, this is the {@linkplain #current() current} request. */
    public Response answeredBy(Handler view) throws Exception {
        return Current.answer(this, view);
    }

    /** The method. */
    public Method method() {
        return method;
    }

    /** The decoded path, such as {@code /polls/7/}: without control characters and without {@code .} and {@code ..}. */
    public String path() {
        return path;
    }

    /** What stands behind the question mark, as it was sent; empty if there is none. */
    public String query() {
        return query;
    }

    /** A parameter of the query. */
    public Optional<String> query(String name) {
        return queries().value(name);
    }

    /** The parameters of the query. */
    public Parameters queries() {
        return content.queries(limits);
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /**
     * Whether its client takes an answer of that content type, as {@code Accept} tells. Who says nothing takes everything.
     * An answer that hangs on this varies: {@code Response.varying("Accept")}.
     */
    public boolean accepts(String contentType) {
        return Accept.of(headers).weight(contentType) > 0;
    }

    /**
     * Whether JSON suits its client better than a page: it names JSON in {@code Accept} and likes it more, or names neither and
     * has sent JSON itself. Error pages go by this.
     */
    public boolean prefersJson() {
        return Accept.of(headers).prefersJson(MediaType.isJson(content.type()));
    }

    /**
     * Which of these content types its client would like most, as {@code Accept} tells: of those it likes equally, the first
     * that is named here; none if it takes none of them, which is answered with 406 or all the same.
     */
    public Optional<String> preferred(String... contentTypes) {
        var accept = Accept.of(headers);
        String best = null;
        int most = 0;
        for (String type : contentTypes) {
            int weight = accept.weight(type);
            if (weight > most) {
                best = type;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** A cookie; of several of one name the first, which browsers make the one with the longest path. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies().get(name));
    }

    /** The cookies by name. */
    public Map<String, String> cookies() {
        return content.cookies();
    }

    /** The body. Read it as a stream, or as a whole with one of the methods below, which may be called again. */
    public Body body() {
        return content.body();
    }

    /** The whole body. The array is not copied. */
    public byte[] bytes() {
        return content.bytes(limits);
    }

    /** The whole body as text, in the character set its {@code Content-Type} names or UTF-8. */
    public String text() {
        return content.text(limits);
    }

    /**
     * The fields of a form, sent as {@code application/x-www-form-urlencoded} or {@code multipart/form-data}; none if the
     * body is anything else.
     *
     * @throws HttpException 400 if it is broken, 413 if it is more than the limits allow
     */
    public Parameters form() {
        return content.form(limits);
    }

    /**
     * The files that were sent along with a form, as {@code multipart/form-data}; none if the body is anything else. They
     * are gone when the request has been answered.
     *
     * @throws HttpException 400 if the form is broken, 413 if it is more than the limits allow
     */
    public Files files() {
        return content.files(limits);
    }

    /** The body, which must be sent as JSON, as a value of that type: a record, a map, a list … */
    public <T> T json(Class<T> type) {
        return content.json(type, limits);
    }

    /**
     * The host, and port if it was named, that the client believes to talk to, in lower case. It may be made up.
     *
     * @throws BadRequest if there is none, more than one, or it is not one
     */
    public String host() {
        List<String> sent = headers.all("Host");
        if (sent.size() != 1 || !Target.isHost(sent.getFirst())) {
            throw new BadRequest(sent.size() + " Host headers, or one that is not a host: exactly one is needed");
        }
        return sent.getFirst().toLowerCase(Locale.ROOT);
    }

    /** Who sent it: the other end of the socket, or whom a trusted proxy names. */
    public InetSocketAddress remote() {
        return remote;
    }

    /** Whether it came over TLS, to us or to a trusted proxy. */
    public boolean secure() {
        return secure;
    }

    /** The protocol, such as {@code HTTP/1.1}. */
    public String version() {
        return version;
    }

    /** The same request that also carries this, for handlers further in. */
    public <T> Request with(Key<T> key, T value) {
        return new Request(this, headers, remote, secure, limits, new Attribute<>(key, value, latest));
    }

    /** The same request with other limits, for a view that takes more or less than others. Set before the body is read. */
    public Request with(Limits most) {
        return most.equals(limits) ? this : new Request(this, headers, remote, secure, most, latest);
    }

    /** The same request with what a site gives to each. */
    public Request with(Equipment equipment) {
        var attributes = Attribute.before(equipment.latest, latest);
        return new Request(this, headers, remote, secure, equipment.limits, attributes);
    }

    /** Forgets the files of its form: for servers and test clients, when the answer has been sent. */
    public void release() {
        content.release();
    }

    /** The same request as a proxy tells it: for that host, and port if it is named. */
    public Request withHost(String host) {
        return new Request(this, headers.with("Host", host), remote, secure, limits, latest);
    }

    /** The same request as a proxy tells it: sent by somebody else. */
    public Request withRemote(InetSocketAddress address) {
        return new Request(this, headers, address, secure, limits, latest);
    }

    /** The same request as a proxy tells it: over TLS or not. */
    public Request withSecure(boolean tls) {
        return new Request(this, headers, remote, tls, limits, latest);
    }

    /** What a handler further out has put there with {@link #with}. */
    public <T> Optional<T> attribute(Key<T> key) {
        return Optional.ofNullable(Attribute.find(latest, key));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** What a site gives to each of its requests, put together once. Immutable. */
    public static final class Equipment {
        private final Limits limits;
        private final @Nullable Attribute<?> latest;

        private Equipment(Limits limits, @Nullable Attribute<?> latest) {
            this.limits = limits;
            this.latest = latest;
        }

        /** Only these limits. */
        public static Equipment of(Limits limits) {
            return new Equipment(limits, null);
        }

        /** The same and one more thing; it is in front of an earlier one with that key. */
        public <T> Equipment with(Key<T> key, T value) {
            return new Equipment(limits, new Attribute<>(key, value, latest));
        }
    }

    /** Collects the parts of a request. */
    public static final class Builder {
        private final Method method;
        private final String path;
        private String query = "";
        private Headers headers = Headers.none();
        private Body body = InputStream::nullInputStream;
        private Limits limits = Limits.USUAL;
        private @Nullable InetSocketAddress remote;
        private boolean secure;
        private String version = "HTTP/1.1";

        private Builder(Method method, String path) {
            this.method = method;
            this.path = path;
        }

        /** Sets the query, as it is sent. */
        public Builder query(@Nullable String sent) {
            this.query = Objects.requireNonNullElse(sent, "");
            return this;
        }

        /** Sets the headers. Over HTTP/2 the authority stands among them as {@code Host}. */
        public Builder headers(Headers fields) {
            this.headers = fields;
            return this;
        }

        /** Sets the body. */
        public Builder body(Body content) {
            this.body = content;
            return this;
        }

        /** Sets how much may be taken into memory. */
        public Builder limits(Limits most) {
            this.limits = most;
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

        /**
         * The request.
         *
         * @throws BadRequest if the path or the query has what no path or query may have
         */
        public Request build() {
            return new Request(this);
        }
    }
}
