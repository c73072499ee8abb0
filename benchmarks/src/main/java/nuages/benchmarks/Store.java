package nuages.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;
import org.jspecify.annotations.Nullable;

/** A database that is started for one run, with the limits servers have by default. Close it. */
final class Store implements AutoCloseable {
    private final Kind kind;
    private final String url;
    private final @Nullable DatabaseServer server;
    private final @Nullable Path folder;

    /** The databases to measure on. */
    enum Kind {
        POSTGRESQL("select 1 from pg_sleep(%s)"),
        MARIADB("select sleep(%s)"),
        SQLITE("with recursive n(i) as (select 1 union all select i + 1 from n where i < %s * 8000000) "
                + "select max(i) from n");

        private final String sleep;

        Kind(String sleep) {
            this.sleep = sleep;
        }

        /** The kind of that name, if there is one. */
        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.toString().equals(name))
                    .findFirst();
        }

        /** A query of one number that keeps the database busy for about that long. */
        String sleep(String seconds) {
            return sleep.formatted(seconds);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Store(Kind kind, String url, @Nullable DatabaseServer server, @Nullable Path folder) {
        this.kind = kind;
        this.url = url;
        this.server = server;
        this.folder = folder;
    }

    static Store start(Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> of(kind, PostgresServer.start(100));
            case MARIADB -> of(kind, MariaDbServer.start(151));
            case SQLITE -> sqlite();
        };
    }

    private static Store of(Kind kind, DatabaseServer server) {
        return new Store(kind, server.newDatabase(), server, null);
    }

    private static Store sqlite() {
        try {
            var folder = Files.createTempDirectory("nuages-benchmarks");
            return new Store(Kind.SQLITE, "sqlite:" + folder.resolve("site.db"), null, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Kind kind() {
        return kind;
    }

    /** The address of an empty database. */
    String url() {
        return url;
    }

    /** Whether there is a server that can be asked for its processes. */
    boolean hasServer() {
        return server != null;
    }

    /**
     * A query of one number that waits for longer than anybody does. In MariaDB it waits for a row, which the
     * administrator locks: several who sleep there, and are cancelled at the same time, wait for each other in the server
     * for two seconds.
     */
    String endless() {
        if (kind != Kind.MARIADB) {
            return kind.sleep("20");
        }
        var table = name() + ".busy";
        for (var sql : List.of(
                "create table if not exists %s (id bigint primary key)",
                "insert ignore into %s values (1)", "start transaction", "select id from %s where id = 1 for update")) {
            Objects.requireNonNull(server).adminSql(sql.formatted(table));
        }
        return "select id from busy where id = 1 for update";
    }

    /** How many connections the server sees in the database; 0 if there is no server. */
    int backends() {
        return server == null ? 0 : server.backends(url);
    }

    /** The server's numbers of those connections. */
    List<List<@Nullable String>> backendIds() {
        return switch (kind) {
            case POSTGRESQL -> rows("select pid from pg_stat_activity where datname = '%s' order by 1");
            case MARIADB ->
                rows("select id from information_schema.processlist where db = '%s' and command <> 'Killed' order"
                        + " by 1");
            case SQLITE -> List.of();
        };
    }

    /** How many statements the server runs in the database. */
    int statements() {
        return switch (kind) {
            case POSTGRESQL ->
                rows("select pid from pg_stat_activity where datname = '%s' and state = 'active'")
                        .size();
            case MARIADB ->
                rows("select id from information_schema.processlist where db = '%s' and command = 'Query'")
                        .size();
            case SQLITE -> 0;
        };
    }

    private List<List<@Nullable String>> rows(String sql) {
        return server == null ? List.of() : server.adminRows(sql.formatted(name()));
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
