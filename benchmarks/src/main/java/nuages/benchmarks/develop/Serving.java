package nuages.benchmarks.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of a project, and the file that it writes to: nobody has to read it for the process to go on.
 *
 * @param process what runs
 * @param log what it has written, errors included
 */
record Serving(Process process, Path log) {
    private static final String SITE = "Site ";
    private static final Duration LOOK = Duration.ofMillis(10);

    /** The address that a server says it has. */
    String address(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        for (var said = said(); ; said = said()) {
            if (said.isPresent()) {
                return said.get();
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw failed("the server has not said its address within " + limit);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Optional<String> said() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(SITE))
                    .map(line -> line.substring(SITE.length()).strip())
                    .findFirst();
        }
    }

    /** Waits for its end. */
    void await(Duration limit, String name) throws IOException, InterruptedException {
        if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly().waitFor();
            throw failed(name + " has not ended within " + limit);
        }
        if (process.exitValue() != 0) {
            throw failed(name + " ended with " + process.exitValue());
        }
    }

    /** Ends it, with force if it takes longer than that. */
    void end(Duration limit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** What failed, with all that the process has written. */
    IllegalStateException failed(String what) throws IOException {
        return new IllegalStateException(what + "; it wrote:\n" + Files.readString(log));
    }
}
