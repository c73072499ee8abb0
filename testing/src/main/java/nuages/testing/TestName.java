package nuages.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The name of a database of tests, which says what process made it: so that another one can tell whether that has gone and
 * left it behind, as a process does that is killed.
 *
 * @param beside the name of the database beside which it is, as far as there is room
 * @param machine where the process runs
 * @param process the number of the process there
 * @param started when the process began, in seconds since 1970; 0 if that is not known
 * @param number tells databases of one process apart
 */
record TestName(String beside, String machine, long process, long started, long number) {
    private static final Pattern FORM =
            Pattern.compile("test_(.*)_([0-9a-f]{8})_([0-9a-z]{1,10})_([0-9a-z]{1,10})_([0-9a-z]{1,6})");

    /** Names may have 63 characters on PostgreSQL and 64 on MariaDB. */
    private static final int ROOM = 20;

    private static final int DIGITS = 36;
    private static final long NUMBERS = 36L * 36 * 36 * 36 * 36;
    private static final String HERE = machine(Path.of("/proc/sys/kernel/hostname"), Path.of("/proc/self/ns/pid"));

    /** A new one, of this process. */
    static TestName of(String beside) {
        var process = ProcessHandle.current();
        return new TestName(
                shortened(beside),
                HERE,
                process.pid(),
                started(process),
                ThreadLocalRandom.current().nextLong(NUMBERS));
    }

    /** What a name says, if it is one of these and is for tests of that database. */
    static Optional<TestName> read(String name, String beside) {
        var found = FORM.matcher(name);
        return found.matches() && found.group(1).equals(shortened(beside))
                ? Optional.of(new TestName(
                        found.group(1),
                        found.group(2),
                        Long.parseLong(found.group(3), DIGITS),
                        Long.parseLong(found.group(4), DIGITS),
                        Long.parseLong(found.group(5), DIGITS)))
                : Optional.empty();
    }

    /** Whether it is certain that its process has ended: it ran where this one can see it, and is not there. */
    boolean isLeftBehind() {
        if (!machine.equals(HERE)) {
            return false;
        }
        var running = ProcessHandle.of(process);
        return running.isEmpty() || (started != 0 && isAnother(started(running.get())));
    }

    /** Whether a process of that number is a later one; clocks may be set a little meanwhile. */
    private boolean isAnother(long start) {
        return start != 0 && Math.abs(start - started) > 2;
    }

    private static String shortened(String beside) {
        return beside.length() <= ROOM ? beside : beside.substring(0, ROOM);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }

    /** What numbers of processes are unique in: a machine, or a container on it. */
    private static String machine(Path host, Path processes) {
        var name = new CRC32();
        try {
            name.update((Files.readString(host) + Files.readSymbolicLink(processes)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | UnsupportedOperationException elsewhere) {
            name.update((hostName() + System.getProperty("user.name")).getBytes(StandardCharsets.UTF_8));
        }
        return "%08x".formatted(name.getValue());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException alone) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "test_" + beside + "_" + machine + "_" + Long.toString(process, DIGITS) + "_"
                + Long.toString(started, DIGITS) + "_" + Long.toString(number, DIGITS);
    }
}
