package nuages.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A socket that speaks HTTP/1 by hand. */
final class RawClient implements AutoCloseable {
    record Answer(int status, Map<String, String> headers, String body) {}

    private final Socket socket;

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RawClient(Socket open) throws IOException {
        socket = open;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    /** From a port of the client's choice; 0 is one that nobody else has. */
    static RawClient from(int ownPort, int port) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(loopback, ownPort));
        socket.connect(new InetSocketAddress(loopback, port));
        return new RawClient(socket);
    }

    int localPort() {
        return socket.getLocalPort();
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends as much as the other side takes. */
    RawClient sendAnyhow(String text) {
        try {
            send(text);
        } catch (IOException refused) {
            assert refused instanceof SocketException;
        }
        return this;
    }

    Answer answer() throws IOException {
        return answer(false);
    }

    Answer answer(boolean head) throws IOException {
        var in = socket.getInputStream();
        var first = line(in);
        int status = Integer.parseInt(first.split(" ")[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        var body = head || status == 204 || status == 304 || status == 100 ? "" : body(in, headers);
        return new Answer(status, headers, body);
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("Content-Length")) {
            return text(exactly(in, Integer.parseInt(headers.get("Content-Length"))));
        }
        if (!headers.containsKey("Transfer-Encoding")) {
            return text(in.readAllBytes());
        }
        var all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).toUpperCase(Locale.ROOT), 16);
            all.write(exactly(in, size));
            line(in);
            if (size == 0) {
                return text(all.toByteArray());
            }
        }
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("only " + bytes.length + " bytes of " + count);
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended after \"" + line + "\"");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    int read(byte[] target) throws IOException {
        return socket.getInputStream().read(target);
    }

    /** Waits until the other side closes; whatever comes before is dropped. */
    boolean closedByServer() throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    RawClient patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    /** Leaves with a farewell. */
    void leave() throws IOException {
        socket.close();
    }

    /** Leaves with a reset instead of a farewell. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
