package nuages.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void files_are_found_by_name_and_listed() throws IOException {
        write("static/a.css", "a");
        write("static/polls/b.css", "b");
        write("static/.hidden", "h");
        var folder = Folder.of(root.resolve("static"));

        assertThat(folder.find("polls/b.css").orElseThrow().text()).isEqualTo("b");
        assertThat(folder.find("polls")).isEmpty();
        assertThat(folder.names()).containsExactly("a.css", "polls/b.css");
        assertThat(Folder.of(root.resolve("none")).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "polls/../../secret",
                "/etc/passwd",
                "",
                ".",
                "polls/",
                "a//b",
                "..\\secret",
                "C:secret",
                "a\0b",
                "./secret",
                "polls/.."
            })
    void no_name_leads_out_of_a_folder(String name) throws IOException {
        write("secret", "s");
        write("static/polls/a", "a");

        assertThat(Folder.of(root.resolve("static")).find(name)).isEmpty();
        try (var loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            assertThat(Folder.onClassPath(loader, "static").find(name)).isEmpty();
        }
    }

    @Test
    void links_are_followed_within_a_folder_only() throws IOException {
        write("secret", "s");
        write("outside/secret", "s");
        write("static/polls/a.css", "a");
        Files.createSymbolicLink(root.resolve("static/file.css"), root.resolve("secret"));
        Files.createSymbolicLink(root.resolve("static/folder"), root.resolve("outside"));
        Files.createSymbolicLink(root.resolve("static/inside.css"), Path.of("polls/a.css"));
        Files.createSymbolicLink(root.resolve("link"), root.resolve("static"));

        for (var folder : List.of(Folder.of(root.resolve("static")), Folder.of(root.resolve("link")))) {
            assertThat(folder.find("file.css")).isEmpty();
            assertThat(folder.find("folder/secret")).isEmpty();
            assertThat(folder.find("inside.css").orElseThrow().text()).isEqualTo("a");
        }
        assertThat(Folder.of(root.resolve("static")).names()).containsExactly("inside.css", "polls/a.css");
    }

    @Test
    void what_is_hidden_is_not_found() throws IOException {
        write("static/.env", "KEY=1");
        write("static/.git/config", "c");
        write("static/polls/.git/config", "c");

        for (String name : List.of(".env", ".git/config", "polls/.git/config")) {
            assertThat(Folder.of(root.resolve("static")).find(name)).isEmpty();
        }
    }

    @Test
    void a_jar_and_a_folder_on_the_class_path_are_seen_as_one() throws IOException {
        write("one/static/a.css", "first");
        var jar = root.resolve("two.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var name :
                    new String[] {"static/", "static/a.css", "static/polls/", "static/polls/b.css", "other/c"}) {
                out.putNextEntry(new JarEntry(name));
                out.write((name.endsWith("/") ? "" : "second").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        URL[] path = {root.resolve("one").toUri().toURL(), jar.toUri().toURL()};

        try (var loader = new URLClassLoader(path, null)) {
            var folder = Folder.onClassPath(loader, "static");

            assertThat(folder.names()).containsExactly("a.css", "polls/b.css");
            assertThat(folder.find("a.css").orElseThrow().text()).isEqualTo("first");
            assertThat(folder.find("polls/b.css").orElseThrow().text()).isEqualTo("second");
            assertThat(folder.find("polls")).isEmpty();
        }
    }

    private void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
