package nuages.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One request over a connection of its own, and how it went. Immutable.
 *
 * @param status the status of the answer; 0 if there was none
 * @param body the body of the answer, or why there was none
 * @param nanos from before the connection was opened until the answer was there
 * @param left whether the visitor hung up instead of waiting
 */
record Visit(int status, String body, long nanos, boolean left) {
    private static final int PATIENCE_MILLIS = 60_000;

    /** Asks for a page and reads the answer. */
    static Visit get(int port, String path) {
        long began = System.nanoTime();
        try (var socket = ask(port, path)) {
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
                return failed("cut short: \"" + answer + "\"", began);
            }
            return new Visit(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(end + 4),
                    System.nanoTime() - began,
                    false);
        } catch (IOException e) {
            return failed(e.toString(), began);
        }
    }

    /** Asks for a page and hangs up after that time, whatever has come. */
    static Visit leave(int port, String path, Duration after) {
        long began = System.nanoTime();
        try {
            var socket = ask(port, path);
            LockSupport.parkNanos(after.toNanos());
            socket.close();
            return new Visit(0, "", System.nanoTime() - began, true);
        } catch (IOException e) {
            return failed(e.toString(), began);
        }
    }

    private static Visit failed(String why, long began) {
        return new Visit(0, why, System.nanoTime() - began, false);
    }

    /** A socket over which a page was asked for. */
    static Socket ask(int port, String path) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                        .formatted(path)
                        .getBytes(UTF_8));
        return socket;
    }

    boolean failed() {
        return !left && status != 200;
    }
}
