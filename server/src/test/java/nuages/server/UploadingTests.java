package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.web.http.Limits;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.upload.Upload;
import nuages.web.upload.UploadSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadingTests {
    private static final String TYPE = "multipart/form-data; boundary=x";

    @TempDir
    Path folder;

    private final BlockingQueue<Upload> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private Site site;

    @BeforeEach
    void start() {
        var uploads = UploadSettings.standard().with(it -> {
            it.memoryBytes = 1000;
            it.fileBytes = 10_000_000;
            it.folder = folder;
        });
        site = Site.of(request -> handle(request.with(Limits.USUAL.with(uploads))));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Response handle(Request request) throws IOException {
        begun.countDown();
        var upload = request.files().file("file").orElseThrow();
        seen.add(upload);
        return switch (request.path()) {
            case "/keep" -> {
                upload.moveTo(folder.resolve(upload.filename()));
                yield Response.text("kept");
            }
            case "/fail" -> throw new IllegalStateException("after the upload");
            case "/echo" -> Response.stream("text/plain", out -> upload.stream().transferTo(out));
            default -> Response.text(upload + " " + request.form().value("name").orElse(""));
        };
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_large_file_arrives_and_is_gone_when_its_request_ends(Version version) throws Exception {
        var answer = site.send(post("/", 5_000_000).version(version));

        assertThat(answer.body()).isEqualTo("a.bin (application/octet-stream, 5000000 bytes) Ann");
        gone();
    }

    @Test
    void a_file_is_there_until_a_streamed_answer_has_been_written() throws Exception {
        assertThat(site.send(post("/echo", 50_000)).body()).hasSize(50_000);
        gone();
    }

    @Test
    void a_view_that_fails_leaves_no_file() throws Exception {
        assertThat(site.send(post("/fail", 50_000)).statusCode()).isEqualTo(500);
        gone();
    }

    @Test
    void a_file_that_was_moved_stays() throws Exception {
        assertThat(site.send(post("/keep", 50_000)).body()).isEqualTo("kept");

        assertThat(folder.resolve("a.bin")).hasSize(50_000);
        assertThat(folder.toFile().list()).containsExactly("a.bin");
    }

    @Test
    void a_client_that_leaves_in_the_middle_leaves_no_file() throws Exception {
        try (var client = site.raw()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: " + TYPE + "\r\nContent-Length: 1000000\r\n\r\n"
                    + head() + "x".repeat(100_000));
            begun.await();
        }

        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(5))).isTrue();
        assertThat(seen).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_too_large_is_413_and_the_next_request_is_served() throws Exception {
        try (var log = new LogLines()) {
            assertThat(site.send(post("/", 10_000_001)).statusCode()).isEqualTo(413);
            log.once(413);
            assertThat(site.send(post("/", 1)).statusCode()).isEqualTo(200);
            log.once(200);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void gone() throws InterruptedException {
        var upload = seen.poll(5, TimeUnit.SECONDS);
        assertThat(upload).isNotNull();
        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(5))).isTrue();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(upload::stream))
                .hasMessageContaining("its request has ended");
        assertThat(folder).isEmptyDirectory();
    }

    private HttpRequest.Builder post(String path, int size) {
        var head = head().getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAnn\r\n--x--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(site.uri(path))
                .header("Content-Type", TYPE)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(new byte[size]),
                        BodyPublishers.ofByteArray(tail)));
    }

    private static String head() {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n";
    }
}
