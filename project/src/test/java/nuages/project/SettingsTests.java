package nuages.project;

import static nuages.project.Settings.env;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_environment_comes_before_the_file_and_the_file_before_the_code() throws Exception {
        Files.writeString(folder.resolve(".env"), "A=file\nB=file\n");
        var settings = settings(Map.of("A", "environment", "EMPTY", " "));

        assertThat(settings.text(env("A", "code"))).isEqualTo("environment");
        assertThat(settings.text(env("B", "code"))).isEqualTo("file");
        assertThat(settings.text(env("C", "code"))).isEqualTo("code");
        assertThat(settings.text(env("EMPTY", "code"))).isEqualTo("code");
    }

    @Test
    void values_have_types() {
        var settings = settings(Map.of("WAIT", "250ms", "UPLOAD", "10MB", "TEST", "yes", "PAGE", "-3"));

        assertThat(settings.duration(env("WAIT"))).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.duration(env("OTHER", "2h"))).isEqualTo(Duration.ofHours(2));
        assertThat(settings.duration(env("OTHER", "7d"))).isEqualTo(Duration.ofDays(7));
        assertThat(settings.duration(env("OTHER", "600"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.bytes(env("UPLOAD"))).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.flag(env("TEST"))).isTrue();
        assertThat(settings.number(env("PAGE"))).isEqualTo(-3);
        settings.environment.problems().raise();
    }

    @Test
    void a_missing_setting_names_the_line_that_asks_for_it() {
        var settings = settings(Map.of());
        settings.number(env("PAGE_SIZE"));

        assertThatThrownBy(settings.environment.problems()::raise)
                .hasMessageMatching(
                        "PAGE_SIZE is missing: SettingsTests\\.java:\\d+ asks for it; set it in the environment"
                                + " or in \\.env, for example PAGE_SIZE=10");
    }

    @Test
    void a_wrong_setting_names_where_it_was_set() throws Exception {
        Files.writeString(folder.resolve(".env"), "\nPAGE_SIZE=ten\n");
        var settings = settings(Map.of("TEST", "maybe", "WAIT", "5 parsecs", "UPLOAD", "-1"));
        settings.number(env("PAGE_SIZE"));
        settings.flag(env("TEST"));
        settings.duration(env("WAIT"));
        settings.bytes(env("UPLOAD"));

        assertThatThrownBy(settings.environment.problems()::raise).hasMessage("""
            4 settings are missing or wrong:
              PAGE_SIZE is "ten" (.env line 2): it must be a whole number, for example PAGE_SIZE=10
              TEST is "maybe" (environment): it must be true or false, for example TEST=true
              WAIT is "5 parsecs" (environment): it must be a time in ms, s, m, h or d, for example WAIT=5s
              UPLOAD is "-1" (environment): it must be a size in B, KB, MB or GB, for example UPLOAD=10MB\
            """);
    }

    private Settings settings(Map<String, String> variables) {
        return new Settings(new Environment(variables, folder.resolve(".env")));
    }
}
