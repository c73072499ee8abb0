package nuages.testing.servers;

import java.net.URI;

/** The parts of a database's address. Immutable. */
public record DatabaseUrl(String scheme, String user, String password, String host, int port, String database) {
    /** Reads an address such as {@code mariadb://user:password@127.0.0.1:3306/name}. */
    public static DatabaseUrl of(String url) {
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo().split(":", 2);
        return new DatabaseUrl(
                uri.getScheme(),
                login[0],
                login[1],
                uri.getHost(),
                uri.getPort(),
                uri.getPath().substring(1));
    }

    /** The same database behind another port, such as that of a {@link FaultProxy}. */
    public DatabaseUrl at(int otherPort) {
        return new DatabaseUrl(scheme, user, password, host, otherPort, database);
    }

    /** The same server, another database. */
    public DatabaseUrl database(String other) {
        return new DatabaseUrl(scheme, user, password, host, port, other);
    }

    /** The address as JDBC writes it, login included. */
    public String jdbc() {
        return "jdbc:%s://%s:%d/%s?user=%s&password=%s".formatted(scheme, host, port, database, user, password);
    }

    /** The address as a URL, login included. */
    @Override
    public String toString() {
        return "%s://%s:%s@%s:%d/%s".formatted(scheme, user, password, host, port, database);
    }
}
