package nuages.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WordsTests {
    // Each word is written in two parts, or this file would be the first to be found.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINES = Pattern.compile("(?<![\\w.}/])/(wo" + "rk|ro" + "ot|ho" + "me/\\w+)/");
    private static final Pattern REGISTRIES = Pattern.compile("repo1?\\.mav" + "en\\.|mav" + "en\\.google\\.|regis"
            + "try\\.npm|py" + "pi\\.org|artifac" + "tory|nex" + "us\\d*\\.");

    @Test
    void nothing_is_left_for_later() throws IOException {
        assertThat(linesWith(UNFINISHED)).as("do it now, or open an issue").isEmpty();
    }

    @Test
    void nobodys_machine_is_named() throws IOException {
        assertThat(linesWith(MACHINES))
                .as("paths of one machine mean nothing on another")
                .isEmpty();
    }

    @Test
    void no_registry_is_named() throws IOException {
        assertThat(linesWith(REGISTRIES))
                .as("where artifacts come from is set in the Maven settings of who builds")
                .isEmpty();
    }

    private static List<String> linesWith(Pattern words) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Repository.texts()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (words.matcher(lines.get(i)).find()) {
                    found.add(Repository.name(file) + ":" + (i + 1) + " "
                            + lines.get(i).strip());
                }
            }
        }
        return found;
    }
}
