package nuages.web.middleware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTests {
    private static final String PAGE = "All work and no play makes a dull page. ".repeat(50);

    private final Compression compression = Compression.usual();

    private static Request accepting(String encodings) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of("Accept-Encoding", encodings))
                .build();
    }

    private Response answer(Response page) throws Exception {
        return compression.handle(accepting("gzip, deflate, br"), view -> page);
    }

    private static String unpacked(byte[] gzip) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), UTF_8);
    }

    @Test
    void a_page_is_compressed_and_can_be_read() throws Exception {
        var response = (Response.Full) answer(Response.text(PAGE).with("ETag", "\"v7\""));

        assertThat(response.headers().first("Content-Encoding")).contains("gzip");
        assertThat(response.headers().first("Vary")).contains("Accept-Encoding");
        assertThat(response.headers().first("ETag")).contains("W/\"v7\"");
        assertThat(response.body()).hasSizeLessThan(300);
        assertThat(unpacked(response.body())).isEqualTo(PAGE);
    }

    @Test
    void an_answer_without_its_body_varies_as_the_one_with_it_would() throws Exception {
        var response = answer(Response.empty(Status.NOT_MODIFIED).with("ETag", "\"v7\""));

        assertThat(response.headers().first("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, true",
        "br;GZIP, true",
        "gzip q=0.5;identity, true",
        "*, true",
        "deflate; * q=0.1, true",
        "identity, false",
        "'', false",
        "gzip q=0, false",
        "gzip q=0.000; *, false",
        "* q=0, false",
        "gzipped, false"
    })
    void clients_get_what_they_take(String encodings, boolean compressed) throws Exception {
        Request request = accepting(encodings.replace(';', ',').replace(" q", ";q"));

        Headers headers =
                compression.handle(request, view -> Response.text(PAGE)).headers();

        assertThat(headers.has("Content-Encoding")).isEqualTo(compressed);
        assertThat(headers.first("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/event-stream", "application/zip", "application/octet-stream", ""})
    void what_gains_nothing_stays_as_it_is(String type) throws Exception {
        Response page = Response.text(PAGE).with("Content-Type", type);

        assertThat(answer(page)).isSameAs(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "TEXT/HTML; charset=utf-8", "image/svg+xml", "application/problem+json"})
    void text_of_all_kinds_is_compressed(String type) throws Exception {
        assertThat(answer(Response.text(PAGE).with("Content-Type", type))
                        .headers()
                        .has("Content-Encoding"))
                .isTrue();
    }

    @Test
    void small_encoded_partial_and_untouchable_answers_and_files_stay_as_they_are() throws Exception {
        Response page = Response.text(PAGE);

        for (Response each : new Response[] {
            Response.text("small"),
            page.with("Content-Encoding", "br"),
            page.with("Cache-Control", "public, no-transform"),
            page.with(Status.PARTIAL_CONTENT),
            Response.empty(Status.NO_CONTENT),
            Response.file(Path.of("a.txt"))
        }) {
            assertThat(answer(each)).isSameAs(each);
        }
    }

    @Test
    void what_would_grow_is_sent_as_it_is() throws Exception {
        var noise = new byte[600];
        new Random(7).nextBytes(noise);

        var response =
                (Response.Full) answer(new Response.Full(Status.OK, Headers.of("Content-Type", "text/x"), noise));

        assertThat(response.body()).isSameAs(noise);
        assertThat(response.headers().has("Content-Encoding")).isFalse();
    }

    @Test
    void a_stream_is_compressed_as_it_comes_and_what_is_flushed_arrives() throws Exception {
        var sent = new ByteArrayOutputStream();
        var response = (Response.Streamed) answer(Response.stream("text/csv", out -> {
                    out.write("first,".getBytes(UTF_8));
                    out.flush();
                    var in = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()));
                    assertThat(new String(in.readNBytes(6), UTF_8)).isEqualTo("first,");
                    out.write(PAGE.getBytes(UTF_8));
                })
                .with("Content-Length", "12"));

        response.writer().writeTo(sent);

        assertThat(response.headers().has("Content-Length")).isFalse();
        assertThat(response.headers().first("Content-Encoding")).contains("gzip");
        assertThat(unpacked(sent.toByteArray())).isEqualTo("first," + PAGE);
    }

    @Test
    void the_same_page_has_many_lengths() throws Exception {
        Set<Integer> lengths = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            lengths.add(((Response.Full) answer(Response.text(PAGE))).body().length);
        }

        assertThat(lengths).hasSizeGreaterThan(60);
    }

    @Test
    void pages_that_are_compressed_at_once_do_not_mix() throws Exception {
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                String page = (i + " ").repeat(500);
                var done = executor.submit(() -> unpacked(((Response.Full) answer(Response.text(page))).body()));
                if (i % 10 == 0) {
                    assertThat(done.get()).isEqualTo(page);
                }
            }
        }
    }
}
