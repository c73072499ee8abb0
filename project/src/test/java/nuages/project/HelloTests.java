package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelloTests {
    private static final Path HELLO =
            Path.of("../examples/hello/Hello.java").toAbsolutePath().normalize();

    @Test
    void one_source_file_is_a_site(@TempDir Path folder) throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HELLO.toString(),
                        "runserver",
                        "--port=0",
                        "--management-port=0")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = process.inputReader();
                var client = HttpClient.newHttpClient()) {
            var site = output.lines()
                    .filter(line -> line.startsWith("Site"))
                    .findFirst()
                    .orElseThrow()
                    .substring("Site".length())
                    .strip();

            var answer = client.send(HttpRequest.newBuilder(URI.create(site)).build(), BodyHandlers.ofString());
            process.destroy();

            assertThat(answer.body()).isEqualTo("Hello, world!");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_readme_shows_it() throws Exception {
        assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + Files.readString(HELLO) + "```");
    }
}
