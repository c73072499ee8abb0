package nuages.benchmarks.web;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A site in a process of its own. Close it. */
final class Server implements AutoCloseable {
    private static final int STARTS_WITHIN = 60_000;

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it answers; the arguments may have {@code {port}} in them. */
    static Server start(Path folder, Map<String, String> environment, String main, String... arguments)
            throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=benchmarks-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        for (var argument : arguments) {
            command.add(argument.replace("{port}", String.valueOf(port)));
        }
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(main + ".log").toFile());
        builder.environment().putAll(environment);
        var server = new Server(builder.start(), port);
        server.awaitAnswer(folder.resolve(main + ".log"));
        return server;
    }

    private void awaitAnswer(Path log) throws IOException {
        for (int waited = 0; waited < STARTS_WITHIN; waited += 100) {
            if (answers()) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            LockSupport.parkNanos(100_000_000);
        }
        close();
        throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
    }

    private boolean answers() {
        try {
            var connection =
                    (HttpURLConnection) URI.create(url("/json")).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The bytes that all its threads have allocated since it began. */
    @SuppressWarnings("BanJNDI") // to a process that this one has started
    long allocated() {
        try {
            var machine = VirtualMachine.attach(String.valueOf(process.pid()));
            var address = machine.startLocalManagementAgent();
            machine.detach();
            try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
                return (long) connector
                        .getMBeanServerConnection()
                        .getAttribute(new ObjectName("java.lang:type=Threading"), "TotalThreadAllocatedBytes");
            }
        } catch (Exception e) {
            throw new IllegalStateException("the server's memory cannot be asked for", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
