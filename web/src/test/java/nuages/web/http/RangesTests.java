package nuages.web.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTests {
    private static final Response TEN = Response.bytes("0123456789".getBytes(US_ASCII), "text/plain");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0123, bytes 0-3/10",
        "bytes=4-, 456789, bytes 4-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=-30, 0123456789, bytes 0-9/10",
        "bytes=9-30, 9, bytes 9-9/10",
        "'Bytes = 0-0', , ",
        "BYTES=0-0, 0, bytes 0-0/10"
    })
    void a_part_is_what_was_asked_for(String range, String body, String contentRange) {
        Response answer = Ranges.answer(get("Range", range), TEN);

        if (body == null) {
            assertThat(answer).isSameAs(TEN);
        } else {
            assertThat(answer.status()).isEqualTo(Status.PARTIAL_CONTENT);
            assertThat(answer.headers().first("Content-Range")).contains(contentRange);
            assertThat(((Response.Full) answer).body()).asString(US_ASCII).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
    void a_part_that_is_not_there_is_refused(String range) {
        Response answer = Ranges.answer(get("Range", range), TEN);

        assertThat(answer.status()).isEqualTo(Status.RANGE_NOT_SATISFIABLE);
        assertThat(answer.headers().first("Content-Range")).contains("bytes */10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=3-1",
                "bytes=a-b",
                "bytes=0-3,5-6,6-7",
                "bytes=0-3,-7",
                "bytes=0-,0-",
                "bytes=0-3,a",
                "bytes=0-3,5-4",
                "bytes=,",
                "lines=0-3",
                "bytes=0x1-2",
                "bytes=0--1",
                "bytes=9999999999999999999-"
            })
    void what_is_no_range_or_overlaps_gets_the_whole(String range) {
        assertThat(Ranges.answer(get("Range", range), TEN)).isSameAs(TEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes= 0-1 , , 5-6,", "bytes=0-1,30-,5-6", "BYTES=0-1,5-6"})
    void several_parts_come_in_one_answer_each_with_its_place(String range) throws Exception {
        Files.writeString(folder.resolve("ten.txt"), "0123456789");
        for (Response whole : List.of(TEN, Response.file(folder.resolve("ten.txt"), "text/plain"))) {
            Response answer = Ranges.answer(get("Range", range), whole);

            assertThat(answer.status()).isEqualTo(Status.PARTIAL_CONTENT);
            assertThat(answer.headers().has("Content-Range")).isFalse();
            String type = answer.headers().first("Content-Type").orElseThrow();
            assertThat(type).matches("multipart/byteranges; boundary=[0-9a-f]{32}");
            String boundary = type.substring(type.indexOf('=') + 1);
            assertThat(written(answer))
                    .isEqualTo("""
                        --BOUNDARY
                        Content-Type: text/plain
                        Content-Range: bytes 0-1/10

                        01
                        --BOUNDARY
                        Content-Type: text/plain
                        Content-Range: bytes 5-6/10

                        56
                        --BOUNDARY--
                        """.replace("BOUNDARY", boundary).replace("\n", "\r\n"));
            assertThat(answer.headers().first("Content-Length"))
                    .contains(String.valueOf(written(answer).length()));
        }
    }

    private static String written(Response answer) throws Exception {
        var out = new ByteArrayOutputStream();
        ((Response.Streamed) answer).writer().writeTo(out);
        return out.toString(US_ASCII);
    }

    @Test
    void of_several_parts_those_are_sent_that_are_there() {
        Response one = Ranges.answer(get("Range", "bytes=20-,8-"), TEN);
        assertThat(one.headers().first("Content-Range")).contains("bytes 8-9/10");
        Response none = Ranges.answer(get("Range", "bytes=20-,30-31"), TEN);
        assertThat(none.status()).isEqualTo(Status.RANGE_NOT_SATISFIABLE);
    }

    @Test
    void who_asks_for_very_many_parts_gets_the_whole() {
        Response large = Response.bytes(new byte[1000], "text/plain");
        String sixteen =
                IntStream.range(0, 16).mapToObj(i -> 3 * i + "-" + 3 * i).collect(Collectors.joining(","));

        assertThat(Ranges.answer(get("Range", "bytes=" + sixteen), large).status())
                .isEqualTo(Status.PARTIAL_CONTENT);
        assertThat(Ranges.answer(get("Range", "bytes=" + sixteen + ",900-901"), large))
                .isSameAs(large);
        assertThat(Ranges.answer(get("Range", "bytes=" + "5000-,".repeat(17)), large))
                .isSameAs(large);
    }

    @Test
    void only_what_can_be_divided_is() {
        Request request = get("Range", "bytes=0-1");
        Response page = Response.text("page");
        Response missing = TEN.with(Status.NOT_FOUND);
        Response compressed = TEN.with("Content-Encoding", "gzip");
        Response streamed = Response.stream("text/plain", out -> {}).with("Accept-Ranges", "bytes");
        Request post = Request.builder(Method.POST, "/")
                .headers(Headers.of("Range", "bytes=0-1"))
                .build();

        assertThat(Ranges.answer(request, page)).isSameAs(page);
        assertThat(Ranges.answer(request, missing)).isSameAs(missing);
        assertThat(Ranges.answer(request, compressed)).isSameAs(compressed);
        assertThat(Ranges.answer(request, streamed)).isSameAs(streamed);
        assertThat(Ranges.answer(post, TEN)).isSameAs(TEN);
    }

    @Test
    void a_file_says_which_state_of_it_this_is_and_is_resumed_if_it_still_is() throws IOException {
        Path path = folder.resolve("film.mp4");
        Files.writeString(path, "0123456789");
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-11-22T07:00:00.5Z")));
        Response file = Response.file(path);
        String tag = file.headers().first("ETag").orElseThrow();

        assertThat(file.headers().first("Last-Modified")).contains("Sun, 22 Nov 2026 07:00:00 GMT");
        assertThat(tag).matches("\"[0-9a-f]+\\.[0-9a-f]+-a\"");
        assertThat(part(file, tag)).isTrue();
        assertThat(part(file, "Sun, 22 Nov 2026 07:00:00 GMT")).isTrue();
        assertThat(part(file, "Sun, 22 Nov 2026 07:00:01 GMT")).isFalse();
        assertThat(part(file, "W/" + tag)).isFalse();
        assertThat(part(file, "\"other\"")).isFalse();

        Files.writeString(path, "9876543210");
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-11-22T07:00:00.6Z")));
        assertThat(part(Response.file(path), tag)).isFalse();
    }

    @Test
    void a_file_that_is_not_there_stays_for_the_server_to_miss() {
        Response missing = Response.file(folder.resolve("none.txt"));

        assertThat(missing.headers().has("ETag")).isFalse();
        assertThat(Response.file(folder).headers().has("ETag")).isFalse();
        assertThat(Ranges.answer(get("Range", "bytes=0-1"), missing)).isSameAs(missing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        report.pdf     | attachment; filename="report.pdf"
        my report.pdf  | attachment; filename="my report.pdf"
        été.pdf        | attachment; filename="_t_.pdf"; filename*=UTF-8''%C3%A9t%C3%A9.pdf
        a"b%.pdf       | attachment; filename="a_b_.pdf"; filename*=UTF-8''a%22b%25.pdf
        ../a/b         | attachment; filename=".._a_b"
        😀             | attachment; filename="_"; filename*=UTF-8''%F0%9F%98%80
        """)
    void a_download_has_a_name_whatever_is_in_it(String name, String header) {
        assertThat(TEN.attachment(name).headers().first("Content-Disposition")).contains(header);
    }

    @Test
    void the_name_of_a_download_cannot_split_the_response() {
        assertThat(TEN.inline("a\r\nX: y\0\uD800").headers().first("Content-Disposition"))
                .contains("inline; filename=\"aX: y_\"");
    }

    private static boolean part(Response file, String ifRange) {
        Response answer = Ranges.answer(get("Range", "bytes=2-3", "If-Range", ifRange), file);
        return answer instanceof Response.FromFile part && part.offset() == 2 && part.length() == 2;
    }

    private static Request get(String... headers) {
        return Request.builder(Method.GET, "/").headers(Headers.of(headers)).build();
    }
}
