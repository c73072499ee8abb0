package nuages.project.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void fill() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/One.java"), "1");
        Files.writeString(folder.resolve("a/b/Two.java"), "2");
        Files.writeString(folder.resolve("a/page.html"), "3");
    }

    @Test
    void what_came_changed_or_went_is_noticed() throws Exception {
        var before = look();

        Files.writeString(folder.resolve("a/One.java"), "11");
        Files.delete(folder.resolve("a/b/Two.java"));
        Files.writeString(folder.resolve("a/b/Three.java"), "");

        assertThat(look().changesSince(before))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("One.java", "Three.java", "Two.java");
        assertThat(before.changesSince(before)).isEmpty();
    }

    @Test
    void a_file_of_the_same_size_has_another_time() throws Exception {
        var before = look();

        Files.setLastModifiedTime(folder.resolve("a/One.java"), FileTime.fromMillis(5000));

        assertThat(look().changesSince(before)).containsExactly(folder.resolve("a/One.java"));
        assertThat(look().mark()).isNotEqualTo(before.mark());
    }

    @Test
    void what_editors_leave_for_themselves_does_not_count() throws Exception {
        var before = look();

        Files.writeString(folder.resolve("a/.One.java.swp"), "x");
        Files.writeString(folder.resolve("a/One.java~"), "x");
        Files.writeString(folder.resolve("a/#One.java#"), "x");

        assertThat(look()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_empty_for_a_moment_is_about_to_be_written() throws Exception {
        var before = look();

        Files.writeString(folder.resolve("a/One.java"), "");
        Files.writeString(folder.resolve("a/New.java"), "");

        assertThat(look().emptied(before)).isTrue();
        assertThat(look().emptied(look())).isFalse();
    }

    @Test
    void sources_are_those_of_one_folder() {
        assertThat(look().sourcesIn(folder.resolve("a/b")).files()).containsOnlyKeys(folder.resolve("a/b/Two.java"));
        assertThat(Look.at(List.of(folder.resolve("none"))).files()).isEmpty();
    }

    private Look look() {
        return Look.at(List.of(folder));
    }
}
