package nuages.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormattingTests {
    private static final String FIX = "mvn -q -pl house test -Dformat=apply";

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void every_java_file_is_formatted() throws IOException, FormatterException {
        boolean apply = "apply".equals(System.getProperty("format"));
        List<String> unformatted = new ArrayList<>();
        for (Path file : Repository.javaFiles()) {
            String text = Files.readString(file);
            String formatted = formatted(file, text);
            if (!formatted.equals(text) && apply) {
                Files.writeString(file, formatted);
            } else if (!formatted.equals(text)) {
                unformatted.add(Repository.name(file));
            }
        }

        assertThat(unformatted)
                .as("these files are not formatted; this formats them: " + FIX)
                .isEmpty();
    }

    @Test
    void syntax_of_java_25_is_understood() throws FormatterException {
        String code = """
            record Point(int x, int y) {
                static int sum(Object o) {
                    return switch (o) {
                        case Point(var x, var _) when x > 0 -> x;
                        default -> 0;
                    };
                }
            }
            """;

        assertThat(formatter.formatSourceAndFixImports(code)).isEqualTo(code);
    }

    private String formatted(Path file, String text) throws FormatterException {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new FormatterException(Repository.name(file) + ": " + e.getMessage());
        }
    }
}
