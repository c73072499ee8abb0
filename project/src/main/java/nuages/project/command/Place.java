package nuages.project.command;

import java.util.regex.Pattern;
import nuages.data.error.SettingsException;

/**
 * Where something listens.
 *
 * @param host an address or a name; empty if only a port was said
 * @param port the port
 */
public record Place(String host, int port) {
    private static final Pattern TEXT = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]:|([^\\[\\]:]+):)?([0-9]{1,5})");

    /** Reads {@code 8000}, {@code 0.0.0.0:8000} or {@code [::1]:8000}; a {@link SettingsException} if it is none. */
    public static Place parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new SettingsException(
                    "\"" + text + "\" is no place to listen: write a port or ADDRESS:PORT, for example 0.0.0.0:8000");
        }
        var host = parts.group(1) != null ? parts.group(1) : parts.group(2) != null ? parts.group(2) : "";
        return new Place(host, Integer.parseInt(parts.group(3)));
    }

    /** The address to type into a browser, such as {@code http://127.0.0.1:8000/}. */
    public String url(String scheme) {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
    }
}
