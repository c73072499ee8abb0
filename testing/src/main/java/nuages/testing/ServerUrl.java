package nuages.testing;

import java.util.Arrays;
import java.util.stream.Collectors;
import nuages.data.error.SettingsException;

/**
 * The URL of a database on a server, without what it says of the pool.
 *
 * @param server what stands before the database's name, the slash included
 * @param name the database's name, as it stands in the URL
 * @param options what stands behind it, the question mark included
 */
record ServerUrl(String server, String name, String options) {
    static ServerUrl of(String url) {
        int question = url.indexOf('?');
        var place = question < 0 ? url : url.substring(0, question);
        int slashes = place.indexOf("//");
        int slash = place.lastIndexOf('/');
        if (slashes < 0 || slash <= slashes + 1 || slash == place.length() - 1) {
            throw new SettingsException(
                    "a database for tests is made beside the project's, and its URL does not say where that is: write"
                            + " it as postgresql://user:password@host/name or mariadb://user:password@host/name");
        }
        return new ServerUrl(
                place.substring(0, slash + 1),
                place.substring(slash + 1),
                question < 0 ? "" : kept(url.substring(question + 1)));
    }

    private static String kept(String options) {
        var kept = Arrays.stream(options.split("&"))
                .filter(it -> !it.startsWith("pool.")
                        && !it.regionMatches(true, 0, "conn_", 0, "conn_".length())
                        && !it.startsWith("statementTimeout"))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** The URL of another database of the same server. */
    String named(String other) {
        return server + other + options;
    }

    @Override
    public String toString() {
        return named(name);
    }
}
