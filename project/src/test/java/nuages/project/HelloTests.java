package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    @Test
    void the_source_file_in_the_readme_is_a_site(@TempDir Path folder) throws Exception {
        var source = Files.writeString(folder.resolve("Hello.java"), hello());
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString(),
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

    private static String hello() throws IOException {
        return Files.readString(Path.of("../README.md")).split("```java\n")[1].split("```")[0];
    }
}
