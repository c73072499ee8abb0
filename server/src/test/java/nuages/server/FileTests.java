package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileTests {
    private static final int SIZE = 300_000;

    @TempDir
    Path folder;

    private final byte[] content = new byte[SIZE];
    private Site site;

    @BeforeEach
    void start() throws Exception {
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("film.mp4"), content);
        site = Site.of(this::handle);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Response handle(Request request) {
        return switch (request.path()) {
            case "/list" ->
                Response.jsonList(out -> {
                    for (int i = 0; i < 3; i++) {
                        out.accept(new int[] {i});
                    }
                });
            case "/broken" ->
                Response.jsonList(out -> {
                    out.accept("x".repeat(100_000));
                    throw new IllegalStateException("in the middle");
                });
            default -> Response.file(folder.resolve(request.path().substring(1)));
        };
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_part_of_a_file_is_sent(Version version) throws Exception {
        var request = HttpRequest.newBuilder(site.uri("/film.mp4")).version(version);

        var whole = site.client.send(request.build(), BodyHandlers.ofByteArray());
        var part = site.client.send(
                request.copy().header("Range", "bytes=100000-250000").build(), BodyHandlers.ofByteArray());
        var end = site.client.send(request.copy().header("Range", "bytes=-10").build(), BodyHandlers.ofByteArray());

        assertThat(whole.body()).isEqualTo(content);
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100000-250000/300000");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 100_000, 250_001));
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(content, SIZE - 10, SIZE));
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void several_parts_of_a_file_are_sent_in_one_answer(Version version) throws Exception {
        var request = HttpRequest.newBuilder(site.uri("/film.mp4"))
                .version(version)
                .header("Range", "bytes=0-99999,100001-250000,-1");

        var answer = site.client.send(request.build(), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        var text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        var heads = text.split("\r\n\r\n", 2);
        assertThat(heads[0]).endsWith("Content-Range: bytes 0-99999/300000");
        assertThat(answer.body().length).isBetween(250_002, 251_000);
        int second = text.indexOf("Content-Range: bytes 100001-250000/300000\r\n\r\n");
        int begin = text.indexOf("\r\n\r\n", second) + 4;
        assertThat(Arrays.copyOfRange(answer.body(), begin, begin + 149_999 + 1))
                .isEqualTo(Arrays.copyOfRange(content, 100_001, 250_001));
    }

    @Test
    void a_part_that_is_not_there_is_416_and_the_next_request_is_served() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /film.mp4 HTTP/1.1\r\nHost: x\r\nRange: bytes=300000-\r\n\r\n");
            var answer = client.answer();
            assertThat(answer.status()).isEqualTo(416);
            assertThat(answer.headers()).containsEntry("content-range", "bytes */300000");

            client.send("HEAD /film.mp4 HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1\r\n\r\n");
            assertThat(client.answer(true).headers()).containsEntry("content-length", "300000");
        }
    }

    @Test
    void a_list_is_written_as_it_comes() throws Exception {
        var answer = site.get("/list");

        assertThat(answer.body()).isEqualTo("[[0],[1],[2]]");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void a_list_that_fails_in_the_middle_breaks_off() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> site.get("/broken")))
                .isInstanceOf(java.io.IOException.class);
    }
}
