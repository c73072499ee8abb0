package nuages.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.upload.Upload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadFieldTests {
    record Letter(
            String subject,
            @Widget(accept = "image/*") Upload photo,
            Optional<Upload> reply,
            @Size(max = 2) List<Upload> more) {}

    record Note(@Nullable Upload file) {}

    /** Fields and contents in turn; those whose names end in ! are files. */
    private static Request sent(String... parts) {
        var body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            boolean file = parts[i].endsWith("!");
            body.append("--x\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[i].replace("!", ""))
                    .append('"');
            body.append(file ? "; filename=\"a.png\"\r\nContent-Type: image/png" : "")
                    .append("\r\n\r\n");
            body.append(parts[i + 1]).append("\r\n");
        }
        var bytes = body.append("--x--\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return Request.builder(Method.POST, "/")
                .headers(Headers.of("Content-Type", "multipart/form-data; boundary=x"))
                .body(() -> new ByteArrayInputStream(bytes))
                .build();
    }

    @Test
    void files_are_values_like_others() throws IOException {
        var request = sent("subject", "Hi", "photo!", "P", "more!", "1", "more!", "2");

        var letter = ((Valid<Letter>) Form.bind(Letter.class, request)).value();

        assertThat(letter.subject()).isEqualTo("Hi");
        assertThat(letter.photo().bytes()).isEqualTo("P".getBytes(StandardCharsets.UTF_8));
        assertThat(letter.reply()).isEmpty();
        assertThat(letter.more()).hasSize(2);
        assertThat(((Valid<Note>) Form.bind(Note.class, sent("file", "text")))
                        .value()
                        .file())
                .isNull();
    }

    @Test
    void a_file_that_must_be_there_is_missed() {
        var form = (Invalid<Letter>) Form.bind(
                Letter.class, sent("subject", "Hi", "photo", "no file", "more!", "1", "more!", "2", "more!", "3"));

        assertThat(form.problems())
                .isEqualTo(
                        Map.of("photo", List.of("must have a value"), "more", List.of("size must be between 0 and 2")));
        assertThat(form.multipart()).isTrue();
        assertThat(form.field("photo").control())
                .isEqualTo("<input type=\"file\" name=\"photo\" id=\"id_photo\" required accept=\"image/*\" "
                        + "aria-invalid=\"true\" aria-describedby=\"id_photo_errors\">");
        assertThat(form.field("more").control()).contains(" multiple");
    }
}
