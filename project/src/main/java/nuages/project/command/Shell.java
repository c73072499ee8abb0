package nuages.project.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.SettingsException;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;

/**
 * A database's own program for typing SQL. Passwords go by its environment, which only the same user sees, and not by its
 * arguments, which everybody on the machine does.
 *
 * @param program what it is called
 * @param arguments where the database is, and who asks
 * @param environment variables besides those of this process
 * @param origin what to install to have it
 */
record Shell(String program, List<String> arguments, Map<String, String> environment, String origin) {
    static Shell of(DatabaseUrl url) {
        var properties = url.properties(PoolSettings.standard());
        return switch (url.dialect()) {
            case Postgres _ -> postgres(url, properties);
            case MariaDb _ -> mariaDb(url, properties);
            case Sqlite _ -> sqlite(url);
        };
    }

    private static Shell postgres(DatabaseUrl url, Properties properties) {
        var place = Server.of(url);
        var variables = new LinkedHashMap<String, String>();
        property(properties, "password").ifPresent(it -> variables.put("PGPASSWORD", it));
        property(properties, "sslmode").ifPresent(it -> variables.put("PGSSLMODE", it));
        var arguments = new ArrayList<>(List.of("--host=" + place.hosts(), "--port=" + place.ports()));
        property(properties, "user").ifPresent(it -> arguments.add("--username=" + it));
        arguments.add("--dbname=" + place.name());
        return new Shell(
                "psql", arguments, variables, "PostgreSQL's client, for example apt install postgresql-client");
    }

    private static Shell mariaDb(DatabaseUrl url, Properties properties) {
        var place = Server.of(url);
        var variables = new LinkedHashMap<String, String>();
        property(properties, "password").ifPresent(it -> variables.put("MYSQL_PWD", it));
        var arguments = new ArrayList<>(List.of(
                "--protocol=tcp", "--host=" + place.first(place.hosts()), "--port=" + place.first(place.ports())));
        property(properties, "user").ifPresent(it -> arguments.add("--user=" + it));
        arguments.add("--database=" + place.name());
        return new Shell("mariadb", arguments, variables, "MariaDB's client, for example apt install mariadb-client");
    }

    private static Shell sqlite(DatabaseUrl url) {
        if (url.inMemory()) {
            throw new SettingsException(url + " is in memory, and another program cannot look into it: use a file, for"
                    + " example sqlite:site.db");
        }
        var file = url.jdbcUrl().substring("jdbc:sqlite:".length());
        return new Shell("sqlite3", List.of(file), Map.of(), "SQLite's shell, for example apt install sqlite3");
    }

    private static Optional<String> property(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(it -> !it.isEmpty());
    }

    /** The process, about to be started, with more arguments. */
    ProcessBuilder process(List<String> more) {
        var command = new ArrayList<String>();
        command.add(program);
        command.addAll(arguments);
        command.addAll(more);
        var process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return process;
    }

    /** Where a server's database is, as its driver's URL has it. */
    private record Server(String hosts, String ports, String name) {
        static Server of(DatabaseUrl url) {
            String rest = url.jdbcUrl().substring(url.jdbcUrl().indexOf("//") + 2);
            int slash = rest.indexOf('/');
            String name = rest.substring(slash + 1).replaceFirst("\\?.*", "");
            var hosts = new ArrayList<String>();
            var ports = new ArrayList<String>();
            for (var each : rest.substring(0, slash).split(",", -1)) {
                int colon = each.lastIndexOf(':');
                hosts.add(each.substring(0, colon).replaceAll("[\\[\\]]", ""));
                ports.add(each.substring(colon + 1));
            }
            return new Server(
                    String.join(",", hosts), String.join(",", ports), URLDecoder.decode(name, StandardCharsets.UTF_8));
        }

        String first(String several) {
            return several.split(",", -1)[0];
        }
    }
}
