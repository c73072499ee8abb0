package nuages.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real PgBouncer in transaction mode in front of a {@link PostgresServer}.
 *
 * <p>It is not bundled: tests that need it ask {@link #installed} first and are skipped without it. Threads may share
 * it.
 */
public final class PgBouncer implements AutoCloseable {
    /** Why a test is skipped on a machine without it. */
    public static final String MISSING = "PgBouncer is not installed: apt-get install pgbouncer, then run this again";

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final ServerProcess process;
    private final int port;

    private PgBouncer(Path folder, ServerProcess process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Whether this machine has one. */
    public static boolean installed() {
        return Programs.find("pgbouncer").isPresent();
    }

    /** Starts one that opens at most so many connections for each database of the server. */
    public static PgBouncer before(PostgresServer server, int poolSize) {
        Path program = Programs.find("pgbouncer").orElseThrow(() -> new IllegalStateException(MISSING));
        Path folder = Folders.fresh("pgbouncer");
        int port = Ports.free();
        Path settings = write(folder, server, port, poolSize);
        ServerProcess process = new ServerProcess(folder, List.of(program.toString(), settings.toString()));
        PgBouncer bouncer = new PgBouncer(folder, process, port);
        process.start();
        Monitor monitor = new Monitor(DatabaseUrl.of(bouncer.url(server.url())).jdbc() + "&prepareThreshold=0");
        monitor.awaitAnswer(process, START_LIMIT);
        monitor.close();
        return bouncer;
    }

    /** The same database address, through this PgBouncer. */
    public String url(String url) {
        return DatabaseUrl.of(url).at(port).toString();
    }

    /** The port on which it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Ends the process, which breaks its connections on both sides. */
    @Override
    public void close() {
        process.kill();
        Folders.delete(folder);
    }

    private static Path write(Path folder, PostgresServer server, int port, int poolSize) {
        DatabaseUrl target = DatabaseUrl.of(server.url());
        Path users = folder.resolve("users.txt");
        String settings = """
            [databases]
            * = host=127.0.0.1 port=%d
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            pool_mode = transaction
            default_pool_size = %d
            max_client_conn = 2000
            """.formatted(target.port(), port, users, poolSize);
        try {
            Launcher.give(Files.writeString(users, "\"%s\" \"%s\"%n".formatted(target.user(), target.password())));
            return Launcher.give(Files.writeString(folder.resolve("pgbouncer.ini"), settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
