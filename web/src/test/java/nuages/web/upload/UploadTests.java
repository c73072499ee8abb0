package nuages.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nuages.data.error.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 1_000_000})
    void a_file_is_read_as_often_as_wanted_and_leaves_no_name_on_disk(int memory) throws IOException {
        Upload upload = upload("12345", memory);

        assertThat(folder).isEmptyDirectory();
        assertThat(upload.size()).isEqualTo(5);
        try (InputStream one = upload.stream();
                InputStream other = upload.stream()) {
            assertThat(one.read()).isEqualTo('1');
            assertThat(other.readAllBytes()).isEqualTo("12345".getBytes(UTF_8));
            assertThat(one.available()).isEqualTo(4);
            assertThat(one.readAllBytes()).isEqualTo("2345".getBytes(UTF_8));
            assertThat(one.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void a_file_is_moved_as_a_whole_in_place_of_another(int memory) throws IOException {
        Path target = folder.resolve("kept.txt");
        Files.writeString(target, "before");
        Upload upload = upload("after", memory);

        upload.moveTo(target);
        upload.release();

        assertThat(target).hasContent("after");
        assertThat(folder.toFile().list()).containsExactly("kept.txt");
    }

    @Test
    void a_move_that_fails_leaves_nothing() throws IOException {
        Upload upload = upload("content", 0);

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> upload.moveTo(folder.resolve("missing/a.txt")));
        Files.createDirectories(folder.resolve("taken/inside"));
        assertThatIOException().isThrownBy(() -> upload.moveTo(folder.resolve("taken")));
        assertThat(folder.toFile().list()).containsExactly("taken");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void after_its_request_a_file_is_gone(int memory) throws IOException {
        Upload upload = upload("content", memory);
        InputStream open = upload.stream();

        upload.release();
        upload.release();

        assertThatIOException()
                .isThrownBy(upload::stream)
                .withMessage("this upload is gone: its request has ended. Read or move a file while its request is"
                        + " answered");
        assertThatIOException().isThrownBy(() -> upload.moveTo(folder.resolve("a")));
        if (memory == 0) {
            assertThatIOException().isThrownBy(open::read);
        }
    }

    @Test
    void a_folder_for_files_is_made_when_it_is_needed() throws IOException {
        UploadSettings settings = UploadSettings.standard().with(it -> {
            it.memoryBytes = 0;
            it.folder = folder.resolve("a/b");
        });

        assertThat(upload("content", settings).bytes()).hasSize(7);
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo.jpg",
        "../../etc/passwd, passwd",
        "'C:\\Users\\ann\\plan.doc', plan.doc",
        ".htaccess, htaccess",
        "..., file",
        "'', file",
        "/, file",
        "'  a b .txt. ', 'a b .txt'",
        "'a\u0000b\u001F.txt', ab.txt",
        "'exe\u202Egpj.txt', exegpj.txt",
        "'a<b>:\"|?*.txt', a_b______.txt",
        "con.txt, _con.txt",
        "COM1, _COM1",
        "e\u0301te.txt, \u00e9te.txt",
        "..\u200B/x, x"
    })
    void the_name_of_a_file_is_safe(String sent, String safe) {
        assertThat(SafeName.of(sent)).isEqualTo(safe);
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(SafeName.of("é".repeat(300) + ".jpeg"))
                .endsWith("é.jpeg")
                .satisfies(name -> assertThat(name.getBytes(UTF_8)).hasSizeBetween(195, 200));
        assertThat(SafeName.of("x." + "y".repeat(300)).getBytes(UTF_8)).hasSize(200);
        assertThat(SafeName.of("😀".repeat(60))).isEqualTo("😀".repeat(50));
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> UploadSettings.standard().with(it -> it.headerBytes = 1))
                .withMessage("uploads.headerBytes is 1: it must be at least 128, for example 128");
    }

    private Upload upload(String content, int memory) throws IOException {
        return upload(content, UploadSettings.standard().with(it -> {
            it.memoryBytes = memory;
            it.folder = folder;
        }));
    }

    private static Upload upload(String content, UploadSettings settings) throws IOException {
        byte[] sent = new Form()
                .file("f", "a.txt", "text/plain", content.getBytes(UTF_8))
                .end();
        return Multipart.read(new ByteArrayInputStream(sent), Form.TYPE, settings, 10, 10)
                .files()
                .file("f")
                .orElseThrow();
    }
}
