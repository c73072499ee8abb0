package nuages.session;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.migration.history.MigrationLoader;
import nuages.data.migration.run.Migrator;
import nuages.data.migration.run.Migrator.How;
import nuages.data.settings.PoolSettings;
import nuages.server.HttpServer;
import nuages.server.ServerSettings;
import nuages.testing.servers.Kind;
import nuages.web.http.Handler;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.signing.Signing;
import nuages.web.view.Errors;

/** A server with sessions on a fresh database, and visitors of it. Its time stands still until it is told. */
public final class Site implements AutoCloseable {
    /** The moment at which Django has written what tests compare with. */
    public static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static final String SECRET = "django-insecure-research-key-0123456789";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Databases databases;
    private final HttpServer server;

    /** A server whose every page is this view. */
    public Site(Kind kind, Sessions sessions, List<Middleware> more, Handler view) throws Exception {
        String url = kind.newDatabase();
        migrate(url);
        databases = Databases.of(Database.open("default", url, PoolSettings.standard()));
        var middleware = new ArrayList<Middleware>();
        middleware.add(new Signed(signing()));
        middleware.add(Errors.forVisitors());
        middleware.addAll(sessions.withClock(clock()).middleware());
        middleware.addAll(more);
        server = HttpServer.start(
                ServerSettings.standard().with(it -> it.port = 0), Middleware.stack(middleware, view), databases);
    }

    Site(Kind kind, Sessions sessions, Handler view) throws Exception {
        this(kind, sessions, List.of(), view);
    }

    /** What the site signs with. */
    public Signing signing() {
        return Signing.keys(SECRET, List.of()).withClock(clock());
    }

    private InstantSource clock() {
        return now::get;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    Database database() {
        return databases.main();
    }

    /** Runs code within a work. */
    public <R, X extends Exception> R within(Block<R, X> code) throws X {
        return Work.of("test", databases).run(code);
    }

    /** Somebody with an empty jar of cookies. */
    public Visitor visitor() {
        return new Visitor();
    }

    /** With connections of its own, so that a test can count those of the site. */
    private static void migrate(String url) throws Exception {
        var own = Database.open("default", url);
        Work.of("migrate", Databases.of(own)).run(() -> {
            var migrations = MigrationLoader.of(Site.class.getClassLoader())
                    .load(Map.of("sessions", new Sessions().migrations()));
            var migrator = Migrator.of(own, migrations);
            migrator.run(migrator.plan(), How.RUN);
        });
        own.shutdown(Duration.ZERO);
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.stop();
        databases.main().shutdown(Duration.ZERO);
    }

    /** A browser's jar of cookies. */
    public final class Visitor {
        /** What it sends, by name. */
        public final Map<String, String> cookies = new TreeMap<>();

        /** Asks for a page, and keeps the cookies that are set. */
        public HttpResponse<String> get(String target) throws Exception {
            return send(target, HttpRequest.newBuilder());
        }

        /** Sends a form. */
        public HttpResponse<String> post(String target, String form) throws Exception {
            return send(
                    target,
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        private HttpResponse<String> send(String target, HttpRequest.Builder request) throws Exception {
            request.uri(URI.create("http://127.0.0.1:" + server.port() + target));
            var sent = new ArrayList<String>();
            cookies.forEach((name, value) -> sent.add(name + "=" + value));
            if (!sent.isEmpty()) {
                request.header("Cookie", String.join("; ", sent));
            }
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        }

        private void keep(String header) {
            String pair = header.substring(0, header.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('='));
            if (header.contains("; Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(name.length() + 1));
            }
        }
    }

    private record Signed(Signing signing) implements Middleware {
        @Override
        public Stage stage() {
            return Stage.REQUEST_ID;
        }

        @Override
        public Response handle(Request request, Handler next) throws Exception {
            return next.handle(request.with(Signing.KEY, signing));
        }
    }
}
