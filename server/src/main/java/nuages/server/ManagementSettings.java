package nuages.server;

import nuages.data.error.SettingsException;

/**
 * Where a {@link ManagementServer} listens. Immutable.
 *
 * @param host the address (default {@code 127.0.0.1}: what it tells is for operators, so think before you open it)
 * @param port the port (default 9000; 0 takes a free one)
 */
public record ManagementSettings(String host, int port) {
    public ManagementSettings {
        if (host.isBlank() || port < 0 || port > 65_535) {
            throw new SettingsException("management is at \"" + host + ":" + port
                    + "\": it must be an address and a port between 0 and 65535, for example 127.0.0.1:9000");
        }
    }

    /** What holds when nothing is set. */
    public static ManagementSettings standard() {
        return new ManagementSettings("127.0.0.1", 9000);
    }

    /** The same, on another port. */
    public ManagementSettings withPort(int other) {
        return new ManagementSettings(host, other);
    }

    /** The same, on another address. */
    public ManagementSettings withHost(String other) {
        return new ManagementSettings(other, port);
    }
}
