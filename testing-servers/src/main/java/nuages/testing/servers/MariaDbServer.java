package nuages.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of this test run.
 *
 * <p>It is the machine's own where there is one, else it comes from a jar in the test class path;
 * {@code -Dnuages.testing.mariadb=bundled} or {@code =/opt/mariadb} chooses. Threads may share it.
 */
public final class MariaDbServer implements DatabaseServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String ADMIN = "monitor";
    private static final String USER = "nuages";
    private static final String PASSWORD = "nuages";

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final ServerProcess process;
    private final Monitor monitor;
    private final DatabaseUrl first;

    private MariaDbServer(Path folder, int port, List<String> command) {
        this.folder = folder;
        this.process = new ServerProcess(folder, command);
        DatabaseUrl admin = new DatabaseUrl("mariadb", ADMIN, PASSWORD, "127.0.0.1", port, "mysql");
        this.monitor = new Monitor(admin.jdbc() + "&connectTimeout=10000&socketTimeout=30000");
        this.first = new DatabaseUrl("mariadb", USER, PASSWORD, "127.0.0.1", port, "test_0");
    }

    /** The server that all tests of this JVM share, with room for 151 connections. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** Starts a server of its own that lets at most so many connections in, and one administrator. */
    public static MariaDbServer start(int maxConnections) {
        return start(maxConnections, List.of());
    }

    /** Starts a server of its own with more settings, each as in {@code "wait_timeout=2"}. */
    public static MariaDbServer start(int maxConnections, List<String> settings) {
        MariaDbPrograms programs = MariaDbPrograms.find();
        Path folder = Folders.fresh("mariadb");
        int port = Ports.free();
        initialize(programs, folder);
        MariaDbServer server =
                new MariaDbServer(folder, port, command(programs, folder, port, maxConnections, settings));
        server.start();
        server.createDatabase(server.first.database());
        return server;
    }

    @Override
    public String url() {
        return first.toString();
    }

    @Override
    public String newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        createDatabase(name);
        return first.database(name).toString();
    }

    @Override
    public int port() {
        return first.port();
    }

    @Override
    public void adminSql(String sql) {
        monitor.run(sql);
    }

    @Override
    public List<List<@Nullable String>> adminRows(String sql) {
        return monitor.rows(sql);
    }

    @Override
    public int backends() {
        return monitor.number("select count(*) from information_schema.processlist"
                + " where id <> connection_id() and user not in ('system user', 'event_scheduler')");
    }

    @Override
    public int backends(String url) {
        return monitor.number(
                "select count(*) from information_schema.processlist" + " where id <> connection_id() and db = '"
                        + DatabaseUrl.of(url).database() + "'");
    }

    @Override
    public void stop(Stop how) {
        monitor.close();
        switch (how) {
            case FAST -> process.end("TERM");
            case KILL -> process.kill();
        }
    }

    @Override
    public void start() {
        process.start();
        monitor.awaitAnswer(process, START_LIMIT);
    }

    @Override
    public void pause() {
        process.signalTree("STOP");
    }

    @Override
    public void resume() {
        process.signalTree("CONT");
    }

    @Override
    public void close() {
        stop(Stop.KILL);
        Folders.delete(folder);
    }

    private void createDatabase(String name) {
        adminSql("create database " + name + " character set utf8mb4");
    }

    private static void initialize(MariaDbPrograms programs, Path folder) {
        Launcher.run(
                List.of(
                        programs.installer().toString(),
                        "--no-defaults",
                        "--basedir=" + programs.home(),
                        "--datadir=" + folder.resolve("data"),
                        "--tmpdir=" + folder,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"),
                folder);
        String users = """
            create user if not exists '%1$s'@'%%' identified by '%3$s';
            grant all on *.* to '%1$s'@'%%' with grant option;
            create user if not exists '%2$s'@'%%' identified by '%3$s';
            grant all on `test\\_%%`.* to '%2$s'@'%%';
            """.formatted(ADMIN, USER, PASSWORD);
        try {
            Launcher.give(Files.writeString(folder.resolve("users.sql"), users));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(
            MariaDbPrograms programs, Path folder, int port, int maxConnections, List<String> moreSettings) {
        List<String> command = new ArrayList<>(List.of(
                programs.server().toString(),
                "--no-defaults",
                "--basedir=" + programs.home(),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("mariadbd.pid"),
                "--init-file=" + folder.resolve("users.sql"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--max-connections=" + maxConnections,
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0"));
        moreSettings.forEach(setting -> command.add("--" + setting));
        return command;
    }

    private static final class Shared {
        static final MariaDbServer SERVER = start(151);

        private Shared() {}
    }
}
