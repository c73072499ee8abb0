package nuages.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import java.net.BindException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.SettingsException;
import nuages.web.http.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for HTTP/1.1 and HTTP/2 and calls a handler for each request, within a work of its own, and on a virtual thread of
 * its own unless the handler {@linkplain Handler#neverWaits never waits}. Threads share it.
 */
public final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.server");
    private static final Duration LAST_CALL = Duration.ofSeconds(2);
    private static final int MOST_LOOPS = 8;
    private static final int STREAMS_PER_CONNECTION = 256;

    private final ServerSettings settings;
    private final Requests requests;
    private final Meters meters;
    private final Vertx vertx;
    private final List<io.vertx.core.http.HttpServer> listeners = new ArrayList<>();
    private final int port;
    private boolean stopped;

    private HttpServer(Requests.Parts parts, int loops) {
        this.settings = parts.settings();
        this.meters = parts.meters();
        this.requests = new Requests(parts);
        this.vertx = Vertx.builder()
                .with(new VertxOptions()
                        .setEventLoopPoolSize(loops)
                        .setWorkerPoolSize(1)
                        .setInternalBlockingPoolSize(1)
                        .setFileSystemOptions(new FileSystemOptions()
                                .setClassPathResolvingEnabled(false)
                                .setFileCachingEnabled(false)))
                .withTransport(new CountingTransport(requests.connections()))
                .build();
        this.port = listen(loops);
        var clock = parts.clock();
        vertx.setPeriodic(clock.millisToNextSecond(), 1000, tick -> clock.tick());
        vertx.setPeriodic(sweepMillis(), tick -> requests.sweep(System.nanoTime()));
    }

    /** Starts a server; failures are answered in plain text. */
    public static HttpServer start(ServerSettings settings, Handler handler, Databases databases) {
        return start(settings, handler, new PlainFailures(), databases);
    }

    /**
     * Starts a server.
     *
     * @throws SettingsException if it cannot listen there, or cannot read its certificate
     */
    public static HttpServer start(ServerSettings settings, Handler handler, Failures failures, Databases databases) {
        var clock = new Clock(InstantSource.system(), ZoneId.systemDefault());
        return start(new Requests.Parts(
                settings,
                handler,
                failures,
                databases,
                clock,
                new AccessLog(clock),
                new Meters(),
                (name, request) -> Thread.ofVirtual().name(name).start(request),
                Work::cancel));
    }

    static HttpServer start(Requests.Parts parts) {
        int loops = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_LOOPS);
        return new HttpServer(parts, loops);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /**
     * Accepts no more, lets requests end for {@code drainTime}, cancels the rest, and closes everything. Bounded in
     * time; doing it again does nothing.
     */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        requests.drain();
        var farewell = settings.drainTime().plus(LAST_CALL);
        var farewells = listeners.stream()
                .map(listener -> listener.shutdown(farewell.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        if (!requests.awaitNone(settings.drainTime())) {
            LOG.warn("{} requests did not end within {} and are cancelled", requests.count(), settings.drainTime());
            requests.cancelAll();
            requests.awaitNone(LAST_CALL);
        }
        await(Future.join(farewells), "the last responses were not taken");
        await(vertx.close(), "the event loops did not end");
        requests.close();
    }

    /**
     * Lets requests wait, so that what answers them can be exchanged. Those that are being answered may end within that
     * time, and are cancelled after it.
     *
     * @return whether none is being answered any more; if not, its handler did not come back when it was cancelled
     */
    public boolean pause(Duration limit) {
        return requests.pause(limit, LAST_CALL);
    }

    /** Answers requests with these from now on, those that wait too. */
    public void resume(Handler handler, Failures failures, Databases databases) {
        requests.gate().open(new Gate.Answering(handler, failures, databases));
    }

    private static void await(Future<?> end, String otherwise) {
        try {
            end.await(LAST_CALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.warn("{} within {}", otherwise, LAST_CALL);
        }
    }

    Requests requests() {
        return requests;
    }

    Meters meters() {
        return meters;
    }

    private int listen(int loops) {
        try {
            var place = settings.port() == 0
                    ? SocketAddress.sharedRandomPort(1, settings.host())
                    : SocketAddress.inetSocketAddress(settings.port(), settings.host());
            for (int i = 0; i < loops; i++) {
                var listener = vertx.createHttpServer(options())
                        .connectionHandler(requests.connections()::speak)
                        .requestHandler(requests::accept);
                listeners.add(listener);
                listener.listen(place).await();
            }
            return listeners.getFirst().actualPort();
        } catch (Exception failure) {
            vertx.close().await();
            requests.close();
            throw cannotListen(failure);
        }
    }

    private SettingsException cannotListen(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        var place = settings.host() + ":" + settings.port();
        if (cause instanceof BindException || String.valueOf(cause.getMessage()).contains("Address already in use")) {
            return new SettingsException(
                    "cannot listen on " + place + " (" + cause.getMessage() + "): something else listens there, perhaps"
                            + " this site, started twice; end it, or take another port, for example --port "
                            + (settings.port() < 65_535 ? settings.port() + 1 : 8000),
                    cause);
        }
        return new SettingsException("cannot listen on " + place + ": " + cause.getMessage(), cause);
    }

    private HttpServerOptions options() {
        var options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setTcpNoDelay(true)
                .setAcceptBacklog(1024)
                .setMaxInitialLineLength(settings.requestLineBytes())
                .setMaxHeaderSize(settings.headerBytes())
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS_PER_CONNECTION)
                        .setMaxHeaderListSize(settings.headerBytes()));
        settings.tls().ifPresent(tls -> secure(options, tls));
        return options;
    }

    private static void secure(HttpServerOptions options, Tls tls) {
        for (var file : List.of(tls.certificate(), tls.key())) {
            if (!Files.isReadable(file)) {
                throw new SettingsException("the TLS file " + file
                        + " cannot be read: HTTPS needs a certificate and its key as PEM files,"
                        + " for example server.tls=cert.pem,key.pem");
            }
        }
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString()));
    }

    private long sweepMillis() {
        var shortest =
                settings.headerTime().compareTo(settings.idleTime()) < 0 ? settings.headerTime() : settings.idleTime();
        return Math.clamp(shortest.toMillis() / 8, 20, 500);
    }
}
