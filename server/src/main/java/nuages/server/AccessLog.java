package nuages.server;

import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: {@code [21/Nov/2026 16:09:53] "GET / HTTP/1.1" 200 15}, with the status and the bytes of
 * the body; a client that left has status 499. What the client sent is escaped, so that it cannot forge a line.
 */
final class AccessLog {
    private static final HexFormat HEX = HexFormat.of();

    private final Clock clock;
    private final Logger log;

    AccessLog(Clock clock) {
        this(clock, LoggerFactory.getLogger("nuages.access"));
    }

    AccessLog(Clock clock, Logger log) {
        this.clock = clock;
        this.log = log;
    }

    /** Whether answers of that status have a line. */
    boolean writes(int status) {
        return status >= 500 ? log.isErrorEnabled() : status >= 400 ? log.isWarnEnabled() : log.isInfoEnabled();
    }

    /** Writes the line. May block, as loggers do: not for an event loop. */
    void write(String requestLine, int status, long bytes) {
        if (status >= 500) {
            log.error("[{}] \"{}\" {} {}", clock.logDate(), escaped(requestLine), status, bytes);
        } else if (status >= 400) {
            log.warn("[{}] \"{}\" {} {}", clock.logDate(), escaped(requestLine), status, bytes);
        } else if (log.isInfoEnabled()) {
            log.info("[{}] \"{}\" {} {}", clock.logDate(), escaped(requestLine), status, bytes);
        }
    }

    static String escaped(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (!plain(line.charAt(i))) {
                return escapedFrom(i, line);
            }
        }
        return line;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 127 && c != '"' && c != '\\';
    }

    private static String escapedFrom(int start, String line) {
        var escaped = new StringBuilder(line.length() + 16).append(line, 0, start);
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (plain(c)) {
                escaped.append(c);
            } else if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < 256) {
                escaped.append("\\x").append(HEX.toHexDigits((byte) c));
            } else {
                escaped.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        return escaped.toString();
    }
}
