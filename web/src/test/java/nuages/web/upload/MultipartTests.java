package nuages.web.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import nuages.web.http.BadRequest;
import nuages.web.http.Headers;
import nuages.web.http.Limits;
import nuages.web.http.Method;
import nuages.web.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTests {
    @TempDir
    Path folder;

    @Test
    void texts_and_files_come_apart() throws IOException {
        byte[] sent = new Form()
                .text("title", "Thé\r\nou café?")
                .file("photo", "C:\\pictures\\me.png", "Image/PNG; x=y", "pixels".getBytes(UTF_8))
                .text("tag", "a")
                .text("tag", "b")
                .file("photo", "", "application/octet-stream", new byte[0])
                .end();

        Multipart form = read(sent);

        assertThat(form.fields())
                .containsEntry("title", List.of("Thé\r\nou café?"))
                .containsEntry("tag", List.of("a", "b"))
                .hasSize(2);
        Upload photo = form.files().file("photo").orElseThrow();
        assertThat(form.files().all()).containsExactly(photo);
        assertThat(photo.filename()).isEqualTo("me.png");
        assertThat(photo.contentType()).isEqualTo("image/png");
        assertThat(photo.bytes()).isEqualTo("pixels".getBytes(UTF_8));
        assertThat(form.files().file("none")).isEmpty();
    }

    @Test
    void a_form_without_parts_is_empty() throws IOException {
        Multipart form = read(new Form().end());

        assertThat(form.fields()).isEmpty();
        assertThat(form.files().fields()).isEmpty();
    }

    @Test
    void what_stands_before_and_behind_the_parts_does_not_count() throws IOException {
        String parts = new String(new Form().text("a", "1").end(), UTF_8);

        assertThat(read(("This is a form.\r\n" + parts + "Nothing more.").getBytes(UTF_8))
                        .fields())
                .containsOnlyKeys("a");
    }

    @Test
    void names_are_written_as_browsers_and_programs_do() throws IOException {
        byte[] sent = new Form()
                .part("content-disposition: form-data; filename=\"a\\\"b;.txt\"; name=plain", new byte[1])
                .part("Content-Disposition:form-data;name=\"say %22hi%22\"", "1".getBytes(UTF_8))
                .part("Content-Disposition: form-data; name=\"f\"; filename=\"été.txt\"", new byte[1])
                .end();

        Multipart form = read(sent);

        assertThat(form.files().file("plain").orElseThrow().filename()).isEqualTo("a_b;.txt");
        assertThat(form.files().file("f").orElseThrow().filename()).isEqualTo("été.txt");
        assertThat(form.files().file("f").orElseThrow().contentType()).isEqualTo("application/octet-stream");
        assertThat(form.fields()).containsOnlyKeys("say \"hi\"");
    }

    @Test
    void a_text_is_in_the_character_set_its_part_names() throws IOException {
        byte[] sent = new Form()
                .part(
                        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=iso-8859-1",
                        "é".getBytes(ISO_8859_1))
                .end();

        assertThat(read(sent).fields()).containsEntry("a", List.of("é"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Content-Disposition: form-data                                    | has no name
        Content-Disposition: attachment; name="a"                         | has no header
        X-Other: 1                                                        | has no header
        nonsense                                                          | header line without a name: "nonsense"
        Content-Disposition: form-data; name="a"; =;;; x                  | ''
        Content-Disposition: form-data; name="a"\\r\\nContent-Transfer-Encoding: base64 | Content-Transfer-Encoding "base64"
        Content-Disposition: form-data; name="a"\\r\\nContent-Type: text/plain; charset=klingon | character set "klingon"
        """)
    void a_part_with_a_broken_head_is_told_of(String head, String message) throws IOException {
        byte[] sent = new Form()
                .part(head.replace("\\r\\n", "\r\n"), "x".getBytes(UTF_8))
                .end();

        if (message.isEmpty()) {
            assertThat(read(sent).fields()).containsOnlyKeys("a");
        } else {
            assertThatExceptionOfType(InvalidUpload.class)
                    .isThrownBy(() -> read(sent))
                    .withMessageContaining(message)
                    .satisfies(e -> assertThat(e.tooLarge()).isFalse());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"a\u0001\"",
                "multipart/form-data; boundary=é",
                "multipart/form-data;"
                        + " boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void a_form_needs_a_boundary(String contentType) {
        assertThatExceptionOfType(InvalidUpload.class)
                .isThrownBy(() ->
                        Multipart.read(InputStream.nullInputStream(), contentType, UploadSettings.standard(), 1000, 10))
                .withMessageContaining("names no boundary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a=1&b=2", "--", "------WebKitFormBoundary7MA4YWxk", "------WebKitFormBoundary7MA4YWxkX\r\n"
            })
    void a_body_that_is_no_form_is_refused(String body) {
        assertThatExceptionOfType(InvalidUpload.class)
                .isThrownBy(() -> read(body.getBytes(UTF_8)))
                .withMessageContaining("ends too early, or its parts are not divided");
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused() {
        byte[] bytes = new Form()
                .part("Content-Disposition: form-data; name=\"a\"", new byte[] {(byte) 0xC0, (byte) 0xAF})
                .end();
        byte[] nul = new Form().text("a", "x\0y").end();

        assertThatExceptionOfType(InvalidUpload.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("the field \"a\" is not UTF-8");
        assertThatExceptionOfType(InvalidUpload.class)
                .isThrownBy(() -> read(nul))
                .withMessage("the field \"a\" has a NUL character");
    }

    @Test
    void each_limit_holds_and_says_what_raises_it() throws IOException {
        UploadSettings small = settings(4);
        byte[] twoFiles = new Form()
                .file("a", "a", "text/plain", new byte[1])
                .file("b", "b", "text/plain", new byte[1])
                .end();

        tooLarge(
                new Form().file("a", "a.txt", "text/plain", new byte[101]).end(),
                small,
                "the file \"a.txt\" has more" + " than 100 bytes; uploads.fileBytes allows more");
        tooLarge(twoFiles, small.with(it -> it.files = 1), "the form has more than 1 files; uploads.files allows more");
        tooLarge(
                new Form().text("a", "x".repeat(51)).end(),
                small,
                "the fields of the form have more than 50 bytes; " + "raise the limit if that is wanted");
        tooLarge(
                new Form().text("a", "x".repeat(25)).text("b", "x".repeat(26)).end(),
                small,
                "the fields of the form have more than 50 bytes; raise the limit if that is wanted");
        tooLarge(
                new Form().text("a".repeat(600), "").end(),
                small,
                "a part of the form has more than 512 bytes of header fields; uploads.headerBytes allows more");
        assertThat(Multipart.read(new ByteArrayInputStream(twoFiles), Form.TYPE, small.with(it -> it.files = 2), 50, 3)
                        .files()
                        .all())
                .hasSize(2);
    }

    @Test
    void too_many_fields_are_refused_as_those_of_a_form_without_files_are() {
        byte[] sent = new Form()
                .text("a", "")
                .text("b", "")
                .text("c", "")
                .text("d", "")
                .end();
        var request = Request.to(Method.POST, "/")
                .headers(Headers.of("Content-Type", Form.TYPE))
                .body(() -> new ByteArrayInputStream(sent))
                .build()
                .with(new Limits(50, 3));

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(request::form)
                .withMessageContaining("the form has more than 3 fields; raise the limit if that is wanted");
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_has_arrived() {
        byte[] start =
                new Form().file("a", "a.txt", "text/plain", new byte[300_000]).unfinished();
        InputStream more = new Ending(new AssertionError("the rest was read"));

        assertThatExceptionOfType(InvalidUpload.class)
                .isThrownBy(() -> Multipart.read(
                        new SequenceInputStream(new ByteArrayInputStream(start), more), Form.TYPE, settings(4), 50, 3))
                .satisfies(e -> assertThat(e.tooLarge()).isTrue());
    }

    @Test
    void a_form_that_breaks_off_leaves_no_file() {
        byte[] start = new Form().file("a", "a.txt", "text/plain", new byte[90]).unfinished();
        InputStream broken = new Ending(new IOException("reset"));

        assertThatIOException()
                .isThrownBy(() -> Multipart.read(
                        new SequenceInputStream(new ByteArrayInputStream(start), broken),
                        Form.TYPE,
                        settings(4),
                        50,
                        3))
                .withMessage("reset");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void boundaries_are_found_wherever_a_buffer_ends() throws IOException {
        var random = new Random(3);
        for (int size = 8000; size < 8400; size += 7) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            byte[] sent = new Form()
                    .file("a", "a", "text/plain", content)
                    .text("b", "c")
                    .end();

            Multipart form = read(sent);

            assertThat(form.files().file("a").orElseThrow().bytes()).isEqualTo(content);
            assertThat(form.fields()).containsOnlyKeys("b");
        }
    }

    private UploadSettings settings(int memory) {
        return UploadSettings.standard().with(it -> {
            it.memoryBytes = memory;
            it.fileBytes = 100;
            it.headerBytes = 512;
            it.folder = folder;
        });
    }

    private static Multipart read(byte[] sent) throws IOException {
        return Multipart.read(new ByteArrayInputStream(sent), Form.TYPE, UploadSettings.standard(), 10_000, 100);
    }

    private static void tooLarge(byte[] sent, UploadSettings settings, String message) {
        assertThatExceptionOfType(InvalidUpload.class)
                .isThrownBy(() -> Multipart.read(new ByteArrayInputStream(sent), Form.TYPE, settings, 50, 3))
                .withMessage(message)
                .satisfies(e -> assertThat(e.tooLarge()).isTrue());
    }

    /** A stream that cannot be read. */
    private static final class Ending extends InputStream {
        private final Throwable why;

        Ending(Throwable why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (why instanceof IOException broken) {
                throw broken;
            }
            throw (Error) why;
        }
    }
}
