package nuages.project.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path source;

    @BeforeEach
    void begin() throws Exception {
        source = Files.createDirectories(folder.resolve("src/main/java/site")).resolve("Site.java");
        Files.writeString(source, "one");
    }

    private Watched watched() {
        return new Watched(new Layout(folder, "site.Site"));
    }

    @Test
    void a_change_is_told_once() throws Exception {
        var watched = watched();
        assertThat(watched.changes(() -> false)).isEmpty();

        Files.writeString(source, "other");

        assertThat(watched.changes(() -> false)).isEqualTo(List.of(source));
        assertThat(watched.changes(() -> false)).isEmpty();
    }

    @Test
    void the_first_look_which_is_slow_does_not_make_the_second_one_late() throws Exception {
        var watched = watched();

        assertThat(watched.cost()).isZero();
        watched.changes(() -> false);
        assertThat(watched.cost()).isGreaterThan(Duration.ZERO);
    }
}
