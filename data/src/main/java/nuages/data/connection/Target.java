package nuages.data.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nuages.data.dialect.Dialect;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.data.socket.WatchedSocketFactory;

/**
 * What a connection is opened to.
 *
 * @param shown the URL without its password
 * @param greeting the statements a new connection starts with
 * @param inMemory whether the database lives and dies with its only connection
 * @param identity the query for the server's number of the connection; empty if that tells nothing
 * @param rehearsal what stands between code and connections, if nothing shall stay of what code does
 */
record Target(
        Dialect dialect,
        String jdbcUrl,
        Properties properties,
        String shown,
        List<String> greeting,
        Optional<String> identity,
        boolean inMemory,
        Optional<Rehearsal> rehearsal) {

    static Target of(DatabaseUrl url, PoolSettings settings) {
        var properties = url.properties(settings);
        var dialect = url.dialect();
        if (!dialect.platformThreads()) {
            properties.setProperty("socketFactory", WatchedSocketFactory.class.getName());
        }
        return new Target(
                dialect,
                url.jdbcUrl(),
                properties,
                url.toString(),
                dialect.greeting(),
                dialect.identity(),
                url.inMemory(),
                Optional.empty());
    }

    /** The same, for connections that only read. */
    Target readOnly() {
        var both = new ArrayList<>(greeting);
        both.addAll(dialect.readOnlyGreeting());
        return new Target(dialect, jdbcUrl, properties, shown, both, identity, inMemory, rehearsal);
    }

    /** The same, for connections that are rehearsed on. */
    Target rehearsed(Rehearsal by) {
        return new Target(dialect, jdbcUrl, properties, shown, greeting, identity, inMemory, Optional.of(by));
    }
}
