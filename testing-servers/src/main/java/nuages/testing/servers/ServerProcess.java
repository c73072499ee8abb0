package nuages.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server process and its children. Threads may share it. */
final class ServerProcess {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Set<ServerProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(ServerProcess::endAll));
    }

    private final Path folder;
    private final List<String> command;
    private @Nullable Process process; // guarded by this

    ServerProcess(Path folder, List<String> command) {
        this.folder = folder;
        this.command = List.copyOf(command);
    }

    synchronized void start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("already running: " + command.getFirst());
        }
        Process started = Launcher.start(command, folder, log());
        process = started;
        RUNNING.add(this);
        remember(started);
    }

    /** Sends a signal to the server, and returns when it has ended. */
    synchronized void end(String signal) {
        Process running = process;
        if (running == null) {
            return;
        }
        send(signal, List.of(running.toHandle()));
        try {
            if (!running.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new IllegalStateException(
                        "did not end within " + STOP_LIMIT + " of SIG" + signal + ": " + logTail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping " + command.getFirst(), e);
        }
        process = null;
        RUNNING.remove(this);
    }

    /** Ends the server and its children where they stand. */
    synchronized void kill() {
        Process running = process;
        if (running != null) {
            killTree(running.toHandle());
            process = null;
        }
        RUNNING.remove(this);
    }

    /** Sends a signal to the server and then to its children. */
    synchronized void signalTree(String signal) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not running: " + command.getFirst());
        }
        send(signal, List.of(running.toHandle()));
        List<ProcessHandle> children = running.descendants().toList();
        if (!children.isEmpty()) {
            send(signal, children);
        }
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** The end of what the server wrote to its log. */
    String logTail() {
        try {
            String log = Files.exists(log()) ? Files.readString(log()) : "";
            return log.substring(Math.max(0, log.length() - 2000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills what a dead run, whose folder this is, has left running. */
    static void killRemembered(Path run) throws IOException {
        for (Path memory : memories(run)) {
            try {
                String[] words = Files.readString(memory).strip().split(" ", 2);
                Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(words[0]));
                left.filter(process -> start(process).equals(words[1])).ifPresent(ServerProcess::killTree);
            } catch (NoSuchFileException gone) {
                // somebody else was faster
            }
        }
    }

    /** None if another process is faster, which clears up the same. */
    private static List<Path> memories(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run, 2)) {
            return files.filter(file -> file.endsWith("server.pid")).toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (UncheckedIOException failure) {
            if (failure.getCause() instanceof NoSuchFileException) {
                return List.of();
            }
            throw failure;
        }
    }

    private void remember(Process started) {
        try {
            Files.writeString(folder.resolve("server.pid"), started.pid() + " " + start(started.toHandle()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static void killTree(ProcessHandle server) {
        List<ProcessHandle> all = new ArrayList<>(List.of(server));
        all.addAll(server.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    private static void send(String signal, List<ProcessHandle> processes) {
        List<String> kill = new ArrayList<>(List.of("sh", "-c", "kill -" + signal + " \"$@\" 2>&1", "kill"));
        processes.forEach(process -> kill.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(kill).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling", e);
        }
    }

    private static void endAll() {
        RUNNING.forEach(ServerProcess::kill);
        Folders.delete(Folders.mine());
    }
}
