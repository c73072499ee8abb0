package nuages.data.settings;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where a server's database is, and who asks.
 *
 * @param hosts host and port, or several of them with commas in between
 * @param name the database's name
 */
record ServerPlace(@Nullable String user, @Nullable String password, String hosts, String name) {
    private static final String EXAMPLE = "write for example postgresql://user:password@localhost:5432/site";

    /** Reads what stands behind the scheme: {@code //user:password@host:port/name}. */
    static ServerPlace of(UrlText text, int port) {
        String body = text.body();
        if (!body.startsWith("//")) {
            throw text.wrong("its server does not stand behind two slashes", EXAMPLE);
        }
        int slash = body.indexOf('/', 2);
        String authority = body.substring(2, slash < 0 ? body.length() : slash);
        String name = slash < 0 ? "" : body.substring(slash + 1);
        if (name.contains("@") || authority.contains("#")) {
            throw text.unescaped();
        }
        if (name.isEmpty() || name.contains("/")) {
            throw text.wrong("it names no database behind the server", EXAMPLE);
        }
        int at = authority.lastIndexOf('@');
        String login = at < 0 ? "" : authority.substring(0, at);
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        return new ServerPlace(
                user.isEmpty() ? null : text.decoded(user),
                colon < 0 ? null : text.decoded(login.substring(colon + 1)),
                hosts(text, authority.substring(at + 1), port),
                text.decoded(name));
    }

    /** Whether it is not clear which server a connection is on. */
    boolean severalHosts() {
        return hosts.contains(",");
    }

    private static String hosts(UrlText text, String hosts, int port) {
        var all = new StringJoiner(",");
        for (String host : hosts.split(",", -1)) {
            all.add(host(text, host, port));
        }
        return all.toString();
    }

    private static String host(UrlText text, String written, int port) {
        int bracket = written.lastIndexOf(']');
        if (written.startsWith("[") ? bracket < 0 : written.indexOf(':') != written.lastIndexOf(':')) {
            throw text.wrong("its host has several colons", "write an IPv6 address in brackets: [::1]:" + port);
        }
        int colon = written.indexOf(':', Math.max(bracket, 0));
        String host = text.decoded(colon < 0 ? written : written.substring(0, colon));
        if (host.startsWith("/")) {
            throw text.wrong(
                    "its host is the file of a Unix socket, which the driver cannot use",
                    "write the server's host name");
        }
        int number = colon < 0 ? port : port(text, host, written.substring(colon + 1));
        return (host.isEmpty() ? "localhost" : host) + ":" + number;
    }

    private static int port(UrlText text, String host, String port) {
        boolean digits = !port.isEmpty() && port.length() < 6 && port.chars().allMatch(it -> it >= '0' && it <= '9');
        int number = digits ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65_535) {
            throw text.wrong("the port behind " + host + ": is no number from 1 to 65535", EXAMPLE);
        }
        return number;
    }
}
