package nuages.web.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nuages.web.http.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTests {
    enum Kind {
        FOLDER,
        MEMORY
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_file_is_kept_and_found_and_removed(Kind kind) throws IOException {
        Storage storage = storage(kind);

        String name = storage.save("avatars/2026/é a.png", content("pixels"));

        assertThat(name).isEqualTo("avatars/2026/é a.png");
        assertThat(storage.exists(name)).isTrue();
        assertThat(storage.size(name)).isEqualTo(6);
        assertThat(storage.url(name)).isEqualTo("/media/avatars/2026/%C3%A9%20a.png");
        assertThat(read(storage, name)).isEqualTo("pixels");
        assertThat(storage.response(name).headers().first("Content-Type")).contains("image/png");
        assertThat(storage.response(name).headers().first("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));

        storage.delete(name);
        storage.delete(name);
        assertThat(storage.exists(name)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothing_is_written_over(Kind kind) throws IOException {
        Storage storage = storage(kind);

        String first = storage.save("a.tar.gz", content("1"));
        String second = storage.save("a.tar.gz", content("2"));

        assertThat(first).isEqualTo("a.tar.gz");
        assertThat(second).matches("a_[a-z0-9]{7}\\.tar\\.gz");
        assertThat(read(storage, first)).isEqualTo("1");
        assertThat(read(storage, second)).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void many_at_once_get_a_name_each(Kind kind) throws Exception {
        Storage storage = storage(kind);
        var names = new HashSet<String>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = IntStream.range(0, 50)
                    .<Callable<String>>mapToObj(i -> () -> storage.save("same", content("" + i)))
                    .toList();
            for (var saved : threads.invokeAll(saves)) {
                names.add(saved.get());
            }
        }

        assertThat(names).hasSize(50);
        for (var name : names) {
            assertThat(read(storage, name)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_not_there_is_not_found(Kind kind) throws IOException {
        Storage storage = storage(kind);
        storage.save("folder/file", content(""));

        for (String name : new String[] {"none", "folder", "folder/file/x", "../x", "", "/etc/passwd", "a\0b"}) {
            assertThat(storage.exists(name)).isFalse();
            storage.delete(name);
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> storage.open(name));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> storage.size(name));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> storage.response(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "../a",
                "a/../b",
                "a/./b",
                "a//b",
                "a/",
                "a\\b",
                "a\0b",
                "a\nb",
                ".htaccess",
                "a/.b",
                "..",
                "."
            })
    void a_name_that_could_mean_something_else_is_refused(String name) {
        for (Kind kind : Kind.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage(kind).save(name, content("")))
                    .withMessageContaining("a file cannot be kept as \"");
            assertThatIllegalArgumentException().isThrownBy(() -> storage(kind).save("a".repeat(256), content("")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage(kind).save("a/".repeat(600) + "a", content("")));
        }
    }

    @Test
    void links_do_not_lead_out_of_a_folder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link"), outside);
        Files.createSymbolicLink(inside.resolve("direct"), outside.resolve("secret"));
        Storage storage = FileSystemStorage.at(inside, "/media/");

        assertThat(storage.exists("link/secret")).isFalse();
        assertThat(storage.exists("direct")).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> storage.open("link/secret"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.save("link/new", content("")))
                .withMessage("a file cannot be kept as \"link/new\": a link leads out of the folder of this storage");
        assertThatIllegalArgumentException().isThrownBy(() -> storage.save("link/deeper/new", content("")));
        assertThat(storage.save("direct", content("own"))).matches("direct_.{7}");
        assertThat(outside.toFile().list()).containsExactly("secret");
    }

    @Test
    @Timeout(60) // if it is never there, whoever waits for it waits for ever
    void nobody_sees_a_file_that_is_not_whole() throws Exception {
        int many = 300;
        Storage storage = FileSystemStorage.at(folder.resolve("files"), "/media/");
        var looking = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sizes = threads.submit(() -> {
                var seen = new HashSet<Long>();
                for (int i = 0; i < many; i++) {
                    looking.countDown();
                    while (!storage.exists("file" + i)) {
                        Thread.onSpinWait();
                    }
                    seen.add(storage.size("file" + i));
                }
                return seen;
            });
            looking.await();
            for (int i = 0; i < many; i++) {
                storage.save("file" + i, content("whole"));
            }

            assertThat(sizes.get()).containsExactly(5L);
        }
    }

    @Test
    void where_there_are_no_links_a_file_is_moved_to_its_name() throws IOException {
        var zip = URI.create("jar:" + folder.resolve("files.zip").toUri());
        try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Storage storage = FileSystemStorage.at(files.getPath("/files"), "/media/");

            assertThat(storage.save("a.txt", content("1"))).isEqualTo("a.txt");
            assertThat(storage.save("a.txt", content("2"))).matches("a_.{7}\\.txt");
            assertThat(read(storage, "a.txt")).isEqualTo("1");
            try (var names = Files.list(files.getPath("/files"))) {
                assertThat(names).hasSize(2);
            }
        }
    }

    @Test
    void a_file_that_does_not_arrive_leaves_nothing() {
        Storage storage = FileSystemStorage.at(folder.resolve("files"), "/media/");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatIOException().isThrownBy(() -> storage.save("a", broken)).withMessage("reset");
        assertThat(folder.resolve("files")).isEmptyDirectory();
    }

    @Test
    void a_url_ends_with_a_slash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryStorage.at("/media"))
                .withMessage("files cannot be found below \"/media\": it must end with a slash, as /media/ does");
    }

    private Storage storage(Kind kind) {
        return kind == Kind.FOLDER
                ? FileSystemStorage.at(folder.resolve("files"), "/media/")
                : MemoryStorage.at("/media/");
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String read(Storage storage, String name) throws IOException {
        try (InputStream in = storage.open(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
