package nuages.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.LeaseSnapshot;
import nuages.server.HttpServer;
import nuages.server.ServerSettings;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** A site in this process whose page keeps the database busy for much longer than anybody waits. Close it. */
final class SlowSite implements AutoCloseable {
    private final String endless;
    private final Database database;
    private final HttpServer server;
    private HttpClient client = client();

    private SlowSite(Store store) {
        this.endless = store.endless();
        this.database = Database.open("default", store.url());
        this.server =
                HttpServer.start(ServerSettings.standard().with(it -> it.port = 0), this::page, Databases.of(database));
    }

    static SlowSite start(Store store) {
        return new SlowSite(store);
    }

    /** Somebody who has asked for the page and waits for it. */
    @FunctionalInterface
    interface Visitor {
        /** Hangs up. */
        void leave() throws IOException;
    }

    /** A way to ask for the page. */
    @FunctionalInterface
    interface Protocol {
        /** Asks for it. */
        Visitor visit(SlowSite site) throws IOException;
    }

    private Response page(Request request) {
        var sql = request.path().equals("/slow") ? endless : "select 1";
        return Response.text(database.sql(sql).one(Long.class) + "");
    }

    /** A visitor with a connection of HTTP/1.1, which ends when he leaves. */
    Visitor http1() throws IOException {
        return Visit.ask(server.port(), "/slow")::close;
    }

    /** A visitor with a stream of HTTP/2, which is reset when he leaves; the connection stays. */
    Visitor http2() throws IOException {
        var running = client.sendAsync(request("/slow"), BodyHandlers.ofString());
        return () -> running.cancel(true);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    }

    /**
     * Opens another connection of HTTP/2, on which client and server agree by a first request: a server ends connections
     * of which some hundred streams were reset within half a minute.
     */
    void greet() throws IOException, InterruptedException {
        client.shutdownNow();
        client = client();
        for (int i = 0; i < 2; i++) {
            var answer = client.send(request("/quick"), BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.version() != HttpClient.Version.HTTP_2) {
                throw new IllegalStateException("expected HTTP/2 and 200: " + answer);
            }
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
    }

    /** How many visitors there can be at a time whose statements run. */
    int size() {
        return database.dialect().singleWriter()
                ? database.settings().size() - 1
                : database.settings().size();
    }

    int leased() {
        return database.snapshot().leased();
    }

    /** How many statements run. */
    long busy() {
        return database.snapshot().leases().stream().filter(LeaseSnapshot::busy).count();
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.stop();
        database.shutdown(Duration.ZERO);
    }
}
