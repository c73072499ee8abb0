package nuages.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs so that they do not outlive this JVM, and as {@code nobody} where this JVM is root, because database
 * servers refuse to run as root.
 */
final class Launcher {
    private static final String USER = "nobody";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    // The kernel ends a child when the thread that started it ends, so one thread that never ends starts them all.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("server-starter").factory());

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final List<String> PREFIX = prefix();

    private Launcher() {}

    /** Starts a program that is killed when this JVM ends, however it ends. */
    static Process start(List<String> command, Path folder, Path log) {
        List<String> whole = new ArrayList<>(PREFIX);
        whole.addAll(command);
        ProcessBuilder builder = builder(whole, folder, log);
        try {
            return STARTER.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot start " + whole + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + whole, e);
        }
    }

    /** Runs a program to its end, which must be a good one. */
    static void run(List<String> command, Path folder) {
        Path log = folder.resolve("setup.log");
        Process process = start(command, folder, log);
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        command + " did not end within " + LIMIT + ": " + Files.readString(log));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        command + " ended with " + process.exitValue() + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file or folder belong to the user that servers run as. */
    static Path give(Path path) throws IOException {
        if (ROOT) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        }
        return path;
    }

    private static ProcessBuilder builder(List<String> command, Path folder, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        builder.environment().remove("LD_PRELOAD");
        return builder;
    }

    private static List<String> prefix() {
        List<String> killedWithUs = List.of("setpriv", "--pdeathsig", "KILL");
        if (ROOT) {
            List<String> asNobody = new ArrayList<>(killedWithUs);
            asNobody.addAll(List.of("--reuid", USER, "--regid", groupOfNobody(), "--clear-groups"));
            if (!works(asNobody)) {
                throw new IllegalStateException("database servers do not run as root, and " + asNobody
                        + " does not work here: install util-linux, or run the tests as another user");
            }
            return asNobody;
        }
        return works(killedWithUs) ? killedWithUs : List.of();
    }

    private static String groupOfNobody() {
        try {
            Process id = new ProcessBuilder("id", "-g", USER).start();
            return new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new IllegalStateException("cannot ask for the group of " + USER, e);
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
