package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTests {
    private final Problems problems = new Problems();

    @Test
    void values_are_bare_or_in_quotes() {
        var values = read("""
            # what the site needs
            NUAGES_PORT=8000
            export SECRET_KEY = abc def   # the key
            URL=sqlite:a#b.db

            SINGLE='a "b" \\n # c'   # d
            DOUBLE="a 'b'\\n\\"c\\" \\\\ \\$d # e"
            EMPTY=
            NUAGES_PORT=8001
            """);

        assertThat(values)
                .containsExactly(
                        Map.entry("NUAGES_PORT", "8001"),
                        Map.entry("SECRET_KEY", "abc def"),
                        Map.entry("URL", "sqlite:a#b.db"),
                        Map.entry("SINGLE", "a \"b\" \\n # c"),
                        Map.entry("DOUBLE", "a 'b'\n\"c\" \\ $d # e"),
                        Map.entry("EMPTY", ""));
        problems.raise();
    }

    @Test
    void a_value_knows_its_line() {
        var values = EnvFile.parse(".env", "\n#\nNUAGES_PORT=1".lines().toList(), problems);

        assertThat(values).containsEntry("NUAGES_PORT", new EnvFile.Value("1", ".env line 3"));
    }

    @Test
    void what_cannot_be_understood_is_told_without_its_value() {
        read("""
            8000
            SECRET="hunter2
            SECRET='hunter2' or not
            A-B=hunter2
            """);

        assertThatThrownBy(problems::raise).hasMessage("""
            4 settings are missing or wrong:
              .env line 1 cannot be understood: write NAME=value, with quotes around a value that has blanks at \
            its ends or a #, for example NUAGES_PORT=8000
              .env line 2 cannot be understood: write NAME=value, with quotes around a value that has blanks at \
            its ends or a #, for example NUAGES_PORT=8000
              .env line 3 cannot be understood: write NAME=value, with quotes around a value that has blanks at \
            its ends or a #, for example NUAGES_PORT=8000
              .env line 4 cannot be understood: write NAME=value, with quotes around a value that has blanks at \
            its ends or a #, for example NUAGES_PORT=8000\
            """);
    }

    @Test
    void no_file_is_no_problem(@TempDir Path folder) {
        assertThat(EnvFile.read(folder.resolve(".env"), problems)).isEmpty();
        problems.raise();
    }

    @Test
    void a_file_that_is_no_text_is_a_problem(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve(".env"), new byte[] {'A', '=', (byte) 0xff});

        assertThat(EnvFile.read(file, problems)).isEmpty();
        assertThatThrownBy(problems::raise)
                .hasMessage(
                        ".env cannot be read (java.nio.charset.MalformedInputException: Input length = 1): make it a"
                                + " text file in UTF-8 that this process may read, or remove it");
    }

    private Map<String, String> read(String text) {
        var values = new LinkedHashMap<String, String>();
        EnvFile.parse(".env", text.lines().toList(), problems).forEach((name, value) -> values.put(name, value.text()));
        return values;
    }
}
