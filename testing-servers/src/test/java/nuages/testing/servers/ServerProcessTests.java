package nuages.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ServerProcessTests {
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_server_does_not_outlive_a_killed_run() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process run = new ProcessBuilder(
                        List.of(java, "-cp", System.getProperty("java.class.path"), KilledRun.class.getName()))
                .start();
        String pid = run.inputReader(StandardCharsets.US_ASCII).readLine();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        assertThat(server.isAlive()).isTrue();

        run.destroyForcibly();

        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void what_another_run_has_cleared_up_is_no_failure(@TempDir Path folder) {
        assertThatCode(() -> ServerProcess.killRemembered(folder.resolve("run-1-1")))
                .doesNotThrowAnyException();
    }

    /** A test run of its own, which starts a server, writes its process id and waits for the end. */
    static final class KilledRun {
        private KilledRun() {}

        /** Called by {@link #a_server_does_not_outlive_a_killed_run}. */
        public static void main(String[] arguments) throws Exception {
            MariaDbServer server = MariaDbServer.start(10);
            String file = server.adminRows("select @@pid_file").getFirst().getFirst();
            try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write(Files.readAllBytes(Path.of(String.valueOf(file))));
            }
            Thread.sleep(60_000);
        }
    }
}
