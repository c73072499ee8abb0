package nuages.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import nuages.data.connection.Databases;
import nuages.web.http.Handler;

/** A server on a free port, and ways to talk to it. */
final class Site implements AutoCloseable {
    final HttpServer server;
    final HttpClient client = HttpClient.newHttpClient();

    private Site(HttpServer server) {
        this.server = server;
    }

    static Site of(Handler handler) {
        return of(handler, change -> {});
    }

    static Site of(Handler handler, Consumer<ServerSettings.Change> change) {
        return of(handler, change, Databases.of());
    }

    static Site of(Handler handler, Consumer<ServerSettings.Change> change, Databases databases) {
        var settings = ServerSettings.standard().with(it -> it.port = 0).with(change);
        return new Site(HttpServer.start(settings, handler, databases));
    }

    int port() {
        return server.port();
    }

    RawClient raw() throws Exception {
        return new RawClient(server.port());
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    HttpResponse<String> get(String target) throws Exception {
        return get(target, HttpClient.Version.HTTP_1_1);
    }

    HttpResponse<String> get(String target, HttpClient.Version version) throws Exception {
        return send(HttpRequest.newBuilder(uri(target)).version(version));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.stop();
    }
}
