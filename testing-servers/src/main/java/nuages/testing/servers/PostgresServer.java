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
 * A PostgreSQL server of this test run.
 *
 * <p>It comes from a jar in the test class path; {@code -Dnuages.testing.postgres=/usr/lib/postgresql/15/bin} chooses
 * another. Threads may share it.
 */
public final class PostgresServer implements DatabaseServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String ADMIN = "postgres";
    private static final String USER = "nuages";
    private static final String PASSWORD = "nuages";

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final ServerProcess process;
    private final Monitor monitor;
    private final DatabaseUrl first;

    private PostgresServer(Path folder, int port, List<String> command) {
        this.folder = folder;
        this.process = new ServerProcess(folder, command);
        DatabaseUrl admin = new DatabaseUrl("postgresql", ADMIN, PASSWORD, "127.0.0.1", port, ADMIN);
        this.monitor = new Monitor(admin.jdbc() + "&connectTimeout=10&socketTimeout=30&ApplicationName=monitor");
        this.first = new DatabaseUrl("postgresql", USER, PASSWORD, "127.0.0.1", port, "test_0");
    }

    /** The server that all tests of this JVM share, with room for 100 connections. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Starts a server of its own that lets at most so many connections in, three of them for administrators only. */
    public static PostgresServer start(int maxConnections) {
        return start(maxConnections, List.of());
    }

    /** Starts a server of its own with more settings, each as in {@code "log_statement=all"}. */
    public static PostgresServer start(int maxConnections, List<String> settings) {
        Path bin = PostgresPrograms.bin();
        Path folder = Folders.fresh("postgres");
        int port = Ports.free();
        initialize(bin, folder);
        PostgresServer server = new PostgresServer(folder, port, command(bin, folder, port, maxConnections, settings));
        server.start();
        server.adminSql("create role %s login password '%s'".formatted(USER, PASSWORD));
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
        return monitor.number("select count(*) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    }

    @Override
    public int backends(String url) {
        return monitor.number("select count(*) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid() and datname = '"
                + DatabaseUrl.of(url).database() + "'");
    }

    @Override
    public void stop(Stop how) {
        monitor.close();
        switch (how) {
            case FAST -> process.end("INT");
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
        adminSql("create database %s owner %s".formatted(name, USER));
    }

    private static void initialize(Path bin, Path folder) {
        try {
            Path password = Launcher.give(Files.writeString(folder.resolve("password"), PASSWORD));
            Launcher.run(
                    List.of(
                            bin.resolve("initdb").toString(),
                            "--pgdata=" + folder.resolve("data"),
                            "--username=" + ADMIN,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--no-locale",
                            "--no-sync",
                            "--set=scram_iterations=1"), // a client spends more on 4096 than on what it came for
                    folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(
            Path bin, Path folder, int port, int maxConnections, List<String> moreSettings) {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + maxConnections,
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "shared_buffers=64MB"));
        settings.addAll(moreSettings);
        List<String> command =
                new ArrayList<>(List.of(bin.resolve("postgres").toString(), "-D", folder.resolve("data") + ""));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static final class Shared {
        static final PostgresServer SERVER = start(100);

        private Shared() {}
    }
}
