package nuages.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example {@code counter} in a process of its own. Close it. */
final class Counter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern SITE = Pattern.compile("Site +http://127.0.0.1:(\\d+)");
    private static final Pattern MANAGEMENT = Pattern.compile("Management +http://127.0.0.1:(\\d+)");

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private Counter(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.port = announced(SITE);
        this.managementPort = announced(MANAGEMENT);
    }

    /** Starts it with the script that users start it with, which may have to build it. */
    static Counter run(String databaseUrl) throws IOException {
        var script = Path.of("run").toAbsolutePath().toString();
        return start(databaseUrl, List.of(script, "counter"));
    }

    /** Starts it as this process was started. */
    static Counter start(String databaseUrl) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("java.class.path");
        return start(
                databaseUrl,
                List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", path, "counter.Site", "runserver"));
    }

    /** Returns when it answers, on ports that were free. */
    private static Counter start(String databaseUrl, List<String> command) throws IOException {
        var log = Files.createTempFile("nuages-benchmarks", ".log");
        var arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--port=0", "--management-port=0"));
        var builder = new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("DATABASE_URL", databaseUrl);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        return new Counter(process, log);
    }

    private int announced(Pattern line) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            var found = line.matcher(Files.readString(log));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            LockSupport.parkNanos(10_000_000);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the counter did not start: " + Files.readString(log));
    }

    int port() {
        return port;
    }

    /** The lines it has written that tell of something else than a page that was shown. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !line.contains("\" 200 ") && !line.contains("\" 499 "))
                .toList();
    }

    /** What its management listener says of its database's connections. */
    JsonNode connections() {
        var answer = Visit.get(managementPort, "/connections");
        return JsonMapper.shared().readTree(answer.body()).path("databases").path(0);
    }

    /** Ends it as Ctrl-C does, or by force if that takes long. */
    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        Files.delete(log);
    }
}
