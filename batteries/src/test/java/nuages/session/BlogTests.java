package nuages.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions as a user adds them to a project, in a process of its own. */
@Timeout(120)
class BlogTests {
    private static final String KEY = "a key of thirty-two characters and some more";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_project_with_sessions_needs_a_migration_and_nothing_else() throws Exception {
        assertThat(run(KEY, "migrate")).contains("sessions.0001_initial").endsWith("exit 0");
        assertThat(run(KEY, "makemigrations", "--check")).endsWith("exit 0");

        var server = start(KEY, "runserver", "--port", "0", "--management-port", "0");
        try (var output = server.inputReader()) {
            var uri = URI.create(address(output));
            var client =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            var request = HttpRequest.newBuilder(uri).build();
            client.send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("visit 2 [info: 1 &lt; 2]\n");
        } finally {
            server.destroy();
            server.waitFor();
        }
        assertThat(run(KEY, "clearsessions"))
                .contains("deleted 0 expired sessions")
                .endsWith("exit 0");
    }

    @Test
    void a_project_without_a_secret_key_does_not_start() throws Exception {
        assertThat(run(null, "check"))
                .contains("the app \"sessions\" signs what visitors carry, and the project has no secret key: add"
                        + " secretKey(env(\"SECRET_KEY\"))")
                .endsWith("exit 1");
        assertThat(run("short", "check")).contains("SECRET_KEY has 5 characters");
    }

    private static String address(BufferedReader output) throws Exception {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Site ")) {
                return line.substring(5).strip();
            }
        }
        throw new AssertionError("the server did not start");
    }

    private String run(@Nullable String key, String... arguments) throws Exception {
        var process = start(key, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }

    private Process start(@Nullable String key, String... arguments) throws Exception {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Blog.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", "sqlite:" + folder.resolve("blog.db"));
        builder.environment().remove("SECRET_KEY");
        if (key != null) {
            builder.environment().put("SECRET_KEY", key);
        }
        return builder.start();
    }
}
