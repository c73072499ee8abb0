package nuages.benchmarks.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages as one would write them by hand for nothing but speed: Vert.x, JSON made by Jackson on the event loop and, under
 * {@code /thread}, on a virtual thread; pages with queries on a virtual thread each, JDBC on HikariCP, markup put together as
 * text. No limits, no headers for security, no log, no error pages.
 */
final class HandMade {
    private static final int ROWS = 10_000;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HikariDataSource pool;

    private HandMade(String url, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(DatabaseUrl.parse(url).jdbcUrl());
        config.setDataSourceProperties(DatabaseUrl.parse(url).properties(PoolSettings.standard()));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        config.setConnectionTimeout(60_000);
        pool = new HikariDataSource(config);
    }

    /** What {@code /json} says. */
    record Greeting(String message) {}

    /** A row. */
    record World(int id, int randomNumber) {}

    /** A row. */
    record Fortune(int id, String message) {}

    static void main(String[] args) {
        var pages = new HandMade(args[0], Integer.parseInt(args[1]));
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        int loops = Runtime.getRuntime().availableProcessors();
        int port = Integer.parseInt(args[2]);
        for (int i = 0; i < loops; i++) {
            vertx.deployVerticle(new VerticleBase() {
                        @Override
                        public Future<?> start() {
                            return vertx.createHttpServer()
                                    .requestHandler(pages::answer)
                                    .listen(port, "127.0.0.1");
                        }
                    })
                    .await();
        }
        IO.println("ready");
    }

    private void answer(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/json" -> json(request, new Greeting("Hello, World!"));
            case "/plaintext" -> text(request);
            case "/thread/json" -> later(request, () -> json(request, new Greeting("Hello, World!")));
            case "/thread/plaintext" -> later(request, () -> text(request));
            case "/db" -> later(request, () -> json(request, withConnection(HandMade::anyWorld)));
            case "/queries" -> later(request, () -> json(request, withConnection(it -> worlds(it, wanted(request)))));
            case "/updates" -> later(request, () -> json(request, withConnection(it -> changed(it, wanted(request)))));
            case "/fortunes" -> later(request, () -> html(request, withConnection(HandMade::fortunes)));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void later(HttpServerRequest request, Callable<Boolean> page) {
        threads.execute(() -> {
            try {
                page.call();
            } catch (Exception e) {
                request.response().setStatusCode(500).end();
            }
        });
    }

    /** Something done with a connection. */
    private interface Use<R> {
        R with(Connection connection) throws SQLException;
    }

    private <R> R withConnection(Use<R> use) throws SQLException {
        try (var connection = pool.getConnection()) {
            return use.with(connection);
        }
    }

    private boolean json(HttpServerRequest request, Object value) {
        var body = Buffer.buffer(mapper.writeValueAsBytes(value));
        request.response().putHeader("Content-Type", "application/json").end(body);
        return true;
    }

    private static boolean text(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end("Hello, World!");
        return true;
    }

    private static int wanted(HttpServerRequest request) {
        return Math.clamp(Integer.parseInt(request.getParam("queries", "1")), 1, 500);
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(ROWS) + 1;
    }

    private static World anyWorld(Connection connection) throws SQLException {
        return world(connection, random());
    }

    private static World world(Connection connection, int id) throws SQLException {
        try (var statement = connection.prepareStatement("select id, randomnumber from world where id = ?")) {
            statement.setInt(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new World(rows.getInt(1), rows.getInt(2));
            }
        }
    }

    private static List<World> worlds(Connection connection, int count) throws SQLException {
        var worlds = new ArrayList<World>(count);
        for (int i = 0; i < count; i++) {
            worlds.add(anyWorld(connection));
        }
        return worlds;
    }

    private static List<World> changed(Connection connection, int count) throws SQLException {
        var worlds = new ArrayList<World>(count);
        for (int id : ThreadLocalRandom.current()
                .ints(1, ROWS + 1)
                .distinct()
                .limit(count)
                .sorted()
                .toArray()) {
            worlds.add(new World(world(connection, id).id(), random()));
        }
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("update world set randomnumber = ? where id = ?")) {
            for (var world : worlds) {
                statement.setInt(1, world.randomNumber());
                statement.setInt(2, world.id());
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
        connection.setAutoCommit(true);
        return worlds;
    }

    private static List<Fortune> fortunes(Connection connection) throws SQLException {
        var fortunes = new ArrayList<Fortune>();
        try (var statement = connection.prepareStatement("select id, message from fortune");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                fortunes.add(new Fortune(rows.getInt(1), rows.getString(2)));
            }
        }
        fortunes.add(new Fortune(0, "Additional fortune added at request time."));
        fortunes.sort(Comparator.comparing(Fortune::message));
        return fortunes;
    }

    private static boolean html(HttpServerRequest request, List<Fortune> fortunes) {
        var page = new StringBuilder(2048)
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Fortunes</title>")
                .append("</head>\n<body>\n<table>\n<tr><th>id</th><th>message</th></tr>\n");
        for (var fortune : fortunes) {
            page.append("<tr><td>").append(fortune.id()).append("</td><td>");
            escape(page, fortune.message());
            page.append("</td></tr>\n");
        }
        page.append("</table>\n</body>\n</html>\n");
        request.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page.toString());
        return true;
    }

    private static void escape(StringBuilder page, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#x27;");
                default -> page.append(c);
            }
        }
    }
}
