package nuages.server;

import nuages.data.connection.Databases;
import nuages.web.http.Response;

final class Bench {
    public static void main(String[] args) throws Exception {
        var s = HttpServer.start(ServerSettings.standard().with(c -> c.port = Integer.parseInt(args[0])), r -> switch (r.path()) {
            case "/sleep" -> { Thread.sleep(500); yield Response.text("slept"); }
            case "/boom" -> throw new IllegalStateException("boom");
            case "/stream" -> Response.stream("text/plain", out -> { for (int i = 0; i < 1000; i++) out.write(("line " + i + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)); });
            case "/file" -> Response.file(java.nio.file.Path.of("/etc/services"), "text/plain");
            case "/big" -> new Response.Full(nuages.web.http.Status.OK, nuages.web.http.Headers.none(), new byte[1_000_000]);
            case "/echo" -> Response.text("got " + r.body().stream().readAllBytes().length);
            default -> Response.text("Hello, World!");
        }, Databases.of());
        System.err.println("port " + s.port());
        System.in.read();
        s.stop();
    }
}
