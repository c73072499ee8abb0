package nuages.project;

import static nuages.project.Settings.env;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

class ProjectTests {
    private final Recorder out = new Recorder("Quit with CONTROL-C.");
    private final Recorder err = new Recorder("");
    private final Stop stop = Stop.byHand();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void stop() {
        stop.tell();
    }

    @Test
    void a_site_serves_until_it_is_told_to_stop() throws Exception {
        var started = new AtomicReference<>("");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> code = executor.submit(() -> run(
                    settings -> settings.database(sqlite())
                            .routes(it -> it.get("/", request -> Response.text("Hello, world!")))
                            .atStart(() -> started.set(Work.current().name())),
                    "runserver",
                    "0",
                    "--management-port=0"));
            assertThat(out.await()).as(err.toString()).isTrue();

            assertThat(get(out.line("Site"))).isEqualTo("Hello, world!");
            assertThat(get(out.line("Management") + "health/ready")).contains("\"ready\":true");
            stop.tell();

            assertThat(code.get()).isZero();
        }
        assertThat(started).hasValue("start");
        assertThat(out.toString()).contains("Database    default (sqlite:", "Stopping");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void connections_are_shown_by_a_running_server() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> code = executor.submit(
                    () -> run(settings -> settings.database(sqlite()), "runserver", "--port=0", "--management-port=0"));
            assertThat(out.await()).as(err.toString()).isTrue();
            var port = URI.create(out.line("Management")).getPort();
            var table = new Recorder("");

            var asked = project(settings -> {}, Map.of("NUAGES_MANAGEMENT_PORT", String.valueOf(port)))
                    .run(Console.of(table, err), Stop.byHand(), "connections");
            stop.tell();

            assertThat(asked).isZero();
            assertThat(code.get()).isZero();
            assertThat(table.toString())
                    .startsWith("database  dialect  size  open  leased  idle  connecting")
                    .contains("default   SQLite   10    0     0       0")
                    .endsWith("nobody holds a connection\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, WARN", "false, OFF"})
    void rows_that_are_asked_for_one_by_one_are_reported_to_developers(boolean debug, Strict expected)
            throws Exception {
        var seen = new AtomicReference<>(Strict.FAIL);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var code = executor.submit(() -> run(
                    settings -> settings.database(sqlite())
                            .debug(debug)
                            .atStart(() -> seen.set(Work.current()
                                    .databases()
                                    .settings(Strict.class)
                                    .orElseThrow())),
                    "runserver",
                    "--port=0",
                    "--management-port=0"));
            assertThat(out.await()).as(err.toString()).isTrue();
            stop.tell();
            code.get();
        }

        assertThat(seen.get()).isEqualTo(expected);
    }

    @Test
    void without_a_server_connections_says_where_it_looked() throws Exception {
        var port = freePort();

        assertThat(run(settings -> {}, "connections", "--management-port=" + port))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("nothing answers at http://127.0.0.1:" + port + "/connections (")
                .endsWith("): start the site with runserver, or say where it is with --management-host and"
                        + " --management-port\n");
    }

    @Test
    void a_port_in_use_is_told() throws Exception {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var code = run(settings -> {}, "runserver", "--port=" + taken.getLocalPort(), "--management-port=0");

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("something else listens there")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void the_management_port_in_use_is_told() throws Exception {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var code = run(settings -> {}, "runserver", "--port=0", "--management-port=" + taken.getLocalPort());

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("the management listener cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("for example --management-port " + (taken.getLocalPort() + 1));
        }
    }

    @Test
    void a_place_that_is_none_is_wrong_usage() {
        assertThat(run(settings -> {}, "runserver", "localhost:http")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("\"localhost:http\" is no place to listen: write a port or ADDRESS:PORT, for example"
                        + " 0.0.0.0:8000\n");
        assertThat(run(settings -> {}, "runserver", "--port=70000")).isEqualTo(2);
        assertThat(run(settings -> {}, "runsever")).isEqualTo(2);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws Exception {
        Files.writeString(folder.resolve(".env"), "NUAGES_POOL_SIZE=0\nNUAGES_PORT=eighty\nSECRET_KEY=hunter2\n");

        var code = run(
                settings -> settings.secretKey(env("SECRET_KEY"))
                        .database(env("SITE_DATABASE"))
                        .database("replica", env("REPLICA", "oracle://scott:tiger@db/site"))
                        .pool(pool -> pool.holdLimit = java.time.Duration.ZERO),
                "check");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().replaceAll("ProjectTests\\.java:\\d+", "ProjectTests.java:7"))
                .isEqualTo("""
                    6 settings are missing or wrong:
                      pool (ProjectTests.java:7): pool.holdLimit is PT0S: it must be longer than nothing, for example \
                    pool.holdLimit=1m
                      SECRET_KEY has 7 characters (.env line 3): it must have 32 or more that nobody can guess, for \
                    example the output of: openssl rand -hex 32
                      NUAGES_PORT is "eighty" (.env line 2): it must be a whole number from 0 to 65535, for example \
                    NUAGES_PORT=8000
                      NUAGES_POOL_SIZE is "0" (.env line 1): it must be a whole number from 1 to 10000, for example \
                    NUAGES_POOL_SIZE=10
                      SITE_DATABASE is missing: ProjectTests.java:7 asks for it; set it in the environment or in .env, \
                    for example SITE_DATABASE=postgresql://user:password@localhost/site
                      REPLICA (ProjectTests.java:7): the database URL "oracle://scott:***@db/site" cannot be used: no database has URLs \
                    that begin with "oracle:". It must begin with sqlite:, postgresql:, mariadb:, mysql: or jdbc:
                    """);
    }

    @Test
    void check_tells_what_answers_and_what_is_misspelt() {
        var code = project(settings -> settings.database(sqlite()), Map.of("NUAGES_POOLSIZE", "20"))
                .run(Console.of(out, err), stop, "check");

        assertThat(code).isZero();
        assertThat(out.toString()).matches("database default \\(sqlite:.*\\): SQLite answers\nno problems\n");
        assertThat(err.toString())
                .isEqualTo("note: NUAGES_POOLSIZE (environment) is no setting of Nuages: it changes nothing\n");
    }

    @Test
    void check_tells_problems_of_databases_and_apps() throws Exception {
        Files.writeString(folder.resolve("site.db"), "not a database at all, whatever its name says".repeat(100));

        var code = run(settings -> settings.database(sqlite()).apps(new Broken()), "check");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("2 problems\n");
        assertThat(err.toString())
                .contains("broken has no template\n", "the file is damaged or no SQLite database")
                .doesNotContain("\tat ");
    }

    @Test
    void the_commands_of_apps_run_within_a_work() {
        var greet = new Greet();

        var code = run(settings -> settings.database(sqlite()).apps(new Greeting(greet)), "greet");

        assertThat(code).isEqualTo(3);
        assertThat(greet.work).isEqualTo("command greet");
    }

    @Test
    void help_needs_no_settings() {
        var code = run(settings -> settings.database(env("MISSING")).apps(new Greeting(new Greet())), "--help");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("Usage: ProjectTests [-hV] COMMAND\n")
                .contains("runserver", "check", "connections", "greet ");
    }

    private int run(Consumer<Settings> settings, String... arguments) {
        return project(settings, Map.of()).run(Console.of(out, err), stop, arguments);
    }

    private Project project(Consumer<Settings> settings, Map<String, String> variables) {
        return Project.of(settings).in(() -> new Environment(variables, folder.resolve(".env")));
    }

    private String sqlite() {
        return "sqlite:" + folder.resolve("site.db");
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A command that says in which work it runs. */
    @Command(name = "greet", description = "Says hello.")
    private static final class Greet implements java.util.concurrent.Callable<Integer> {
        private String work = "";

        @Override
        public Integer call() {
            work = Work.current().name();
            return 3;
        }
    }

    /** An app with a command. */
    private record Greeting(Greet greet) implements App {
        @Override
        public String name() {
            return "greeting";
        }

        @Override
        public List<Object> commands() {
            return List.of(greet);
        }
    }

    /** An app that is not set up. */
    private static final class Broken implements App {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<String> problems() {
            return List.of("broken has no template");
        }
    }
}
