package nuages.testing.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import nuages.testing.servers.Traffic.Admission;

/** One client of a {@link FaultProxy} and its connection to the server. Threads may share it. */
final class ProxiedConnection {
    private final Socket client;
    private final Socket server = new Socket();
    private final Traffic traffic;
    private final AtomicBoolean reset = new AtomicBoolean();

    ProxiedConnection(Socket client, Traffic traffic) {
        this.client = client;
        this.traffic = traffic;
    }

    /** Passes bytes in both directions until both sides have ended. */
    void run(int port) {
        try (client;
                server) {
            if (traffic.admit(0).cut()) {
                reset();
                return;
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends both sides at once, without a goodbye. */
    void reset() {
        if (reset.compareAndSet(false, true)) {
            closeHard(client);
            closeHard(server);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Admission admission = traffic.admit(count);
                out.write(buffer, 0, admission.bytes());
                if (admission.cut()) {
                    reset();
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeHard(Socket socket) {
        try {
            if (!socket.isClosed() && socket.isConnected()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            // closed by its other end
        }
    }
}
