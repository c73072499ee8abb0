package nuages.project.develop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path resources;

    @SuppressWarnings("NullAway.Init")
    private URLClassLoader libraries;

    @BeforeEach
    void begin() throws Exception {
        resources = Files.createDirectories(folder.resolve("my resources"));
        Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(folder.resolve("library"));
        libraries = parent(folder.resolve("library"));
    }

    @AfterEach
    void end() throws Exception {
        libraries.close();
    }

    private static URLClassLoader parent(Path... path) {
        return new URLClassLoader(Urls.of(List.of(path)), GenerationTests.class.getClassLoader());
    }

    private Generation generation(ClassLoader parent) {
        return new Generation(folder.resolve("classes"), resources, parent, null);
    }

    @Test
    void a_resource_of_the_project_hides_that_of_a_library() throws Exception {
        write("library/words.txt", "library");
        write("library/others.txt", "others");
        var generation = generation(libraries);
        assertThat(text(generation.getResource("words.txt"))).isEqualTo("library");

        write("my resources/words.txt", "project");

        assertThat(text(generation.getResource("words.txt"))).isEqualTo("project");
        assertThat(all(generation, "words.txt")).containsExactly("project", "library");
        assertThat(all(generation, "others.txt")).containsExactly("others");
        assertThat(generation.getResource("none.txt")).isNull();
        assertThat(all(generation, "none.txt")).isEmpty();
    }

    @Test
    void what_stands_beside_the_classes_is_a_resource_too() throws Exception {
        write("classes/words.txt", "written by a processor");
        write("my resources/words.txt", "written by hand");

        assertThat(all(generation(libraries), "words.txt"))
                .containsExactly("written by hand", "written by a processor");
    }

    @Test
    void a_resource_that_a_library_path_has_as_well_is_found_once() throws Exception {
        write("my resources/texts/words.txt", "project");
        try (var both = parent(folder.resolve("library"), resources)) {
            assertThat(all(generation(both), "texts/words.txt")).containsExactly("project");
            assertThat(Collections.list(generation(both).getResources("texts"))).hasSize(1);
        }
    }

    @Test
    void no_name_leads_out_of_the_folders() throws Exception {
        write("secret.txt", "secret");
        var generation = generation(libraries);

        for (var name : List.of("../secret.txt", "x/../../secret.txt", folder + "/secret.txt", "a\0b")) {
            assertThat(generation.findResource(name)).as(name).isNull();
            assertThat(generation.findResources(name).hasMoreElements())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void a_service_file_of_the_project_is_found_with_those_of_libraries() throws Exception {
        write("library/META-INF/services/" + Supplier.class.getName(), Tea.class.getName());
        write("my resources/META-INF/services/" + Supplier.class.getName(), Coffee.class.getName());

        assertThat(ServiceLoader.load(Supplier.class, generation(libraries)).stream()
                        .map(ServiceLoader.Provider::type))
                .extracting(Class::getSimpleName)
                .containsExactly("Coffee", "Tea");
    }

    /** One that a library provides. */
    public static final class Tea implements Supplier<String> {
        @Override
        public String get() {
            return "tea";
        }
    }

    /** One that the project provides. */
    public static final class Coffee implements Supplier<String> {
        @Override
        public String get() {
            return "coffee";
        }
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private static List<String> all(ClassLoader loader, String name) throws IOException {
        return Collections.list(loader.getResources(name)).stream()
                .map(GenerationTests::text)
                .toList();
    }

    private static String text(@Nullable URL url) {
        try (var bytes = requireNonNull(url).openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
