package nuages.data.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.settings.DatabaseUrl.Place;
import org.jspecify.annotations.Nullable;

/** The URLs of databases that are servers, and what their drivers are told besides. */
final class ServerUrls {
    private static final String POOLER = "pgbouncer";
    private static final String SESSION_VARIABLES = "sessionVariables";

    /** Without that mode, {@code stock - 5} is an error where {@code stock} is a positive number less than 5. */
    private static final String SESSION = "time_zone='+00:00',sql_mode=concat(@@sql_mode, ',NO_UNSIGNED_SUBTRACTION')";

    private ServerUrls() {}

    static Place postgres(UrlText text, Map<String, String> options) {
        var place = ServerPlace.of(text, 5432);
        Postgres dialect = postgres(text, options, place.severalHosts());
        String name = URLEncoder.encode(place.name(), StandardCharsets.UTF_8);
        return new Place(dialect, "jdbc:postgresql://" + place.hosts() + "/" + name, login(place, options), false);
    }

    static Place mariaDb(UrlText text, Map<String, String> options) {
        var place = ServerPlace.of(text, 3306);
        String url = "jdbc:mariadb://" + place.hosts() + "/" + place.name();
        return new Place(mariaDb(place.severalHosts()), url, login(place, options), false);
    }

    static Place jdbcPostgres(UrlText text, Map<String, String> options) {
        return new Place(
                postgres(text, options, text.body().contains(",")), "jdbc:" + withoutLogin(text), options, false);
    }

    /** The driver knows {@code jdbc:mariadb:} only. */
    static Place jdbcMariaDb(UrlText text, String rest, Map<String, String> options) {
        withoutLogin(text);
        return new Place(mariaDb(rest.contains(",") || !rest.startsWith("//")), "jdbc:mariadb:" + rest, options, false);
    }

    private static String withoutLogin(UrlText text) {
        if (text.body().contains("@")) {
            throw text.wrong(
                    "JDBC URLs have no user and password before an @",
                    "write jdbc:postgresql://host/site?user=name&password=…, or a URL without jdbc:");
        }
        return text.body();
    }

    private static MariaDb mariaDb(boolean severalHosts) {
        return severalHosts ? MariaDb.unidentified() : MariaDb.direct();
    }

    private static Postgres postgres(UrlText text, Map<String, String> options, boolean severalHosts) {
        String pooler = options.remove(POOLER);
        return switch (pooler) {
            case null -> severalHosts ? Postgres.unidentified() : Postgres.direct();
            case "transaction" -> Postgres.pooledTransactions();
            case "session" -> Postgres.unidentified();
            default ->
                throw text.wrong(
                        "there is no way of pooling called \"" + pooler + "\"",
                        "write pgbouncer=transaction or pgbouncer=session, as PgBouncer's pool_mode says");
        };
    }

    private static Map<String, String> login(ServerPlace place, Map<String, String> options) {
        var all = new LinkedHashMap<String, String>();
        put(all, "user", place.user());
        put(all, "password", place.password());
        all.putAll(options);
        return all;
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    /**
     * What pgjdbc is told. A login timeout would make it connect on a thread of its own, where nobody could stop it. The
     * assumed version saves two statements per connection. The server's details hold values, which belong in no log.
     */
    static void defaults(Properties properties, Postgres dialect, Duration timeout) {
        String seconds = String.valueOf((timeout.toMillis() + 999) / 1000);
        properties.setProperty("ApplicationName", "nuages");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("cancelSignalTimeout", seconds);
        properties.setProperty("loginTimeout", "0");
        properties.setProperty("logServerErrorDetail", "false");
        if (dialect.sharesSessions()) {
            // Each transaction may run where the statement was never prepared.
            properties.setProperty("prepareThreshold", "0");
        } else {
            properties.setProperty("assumeMinServerVersion", "12");
        }
    }

    /**
     * What MariaDB's driver is told: it sends isolation and session variables with its own first statement. Strict values
     * are its own default. Being sent on to another server would make connection numbers meaningless.
     */
    static void defaults(Properties properties, Duration timeout) {
        properties.setProperty("connectTimeout", String.valueOf(timeout.toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("transactionIsolation", "READ_COMMITTED");
        properties.setProperty(SESSION_VARIABLES, SESSION);
        properties.setProperty("permitRedirect", "false");
    }

    /** One option of the URL, under the driver's name for it. */
    static void option(Properties properties, String name, String value) {
        switch (name) {
            case "application_name" -> properties.setProperty("ApplicationName", value);
            case SESSION_VARIABLES ->
                properties.setProperty(
                        name,
                        new StringJoiner(",")
                                .add(properties.getProperty(name, ""))
                                .add(value)
                                .toString());
            default -> properties.setProperty(name, value);
        }
    }
}
