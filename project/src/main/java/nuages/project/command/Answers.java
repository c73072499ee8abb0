package nuages.project.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What people type. Threads share it.
 *
 * @param ofProcess whether it is this process's own input
 */
record Answers(BufferedReader lines, boolean ofProcess) {
    static Answers system() {
        var charset = Charset.forName(
                System.getProperty("stdin.encoding", Charset.defaultCharset().name()));
        return new Answers(new BufferedReader(new InputStreamReader(System.in, charset)), true);
    }

    static Answers of(Reader in) {
        return new Answers(new BufferedReader(in), false);
    }

    /** The next line; empty if there is none. */
    Optional<String> next() {
        try {
            return Optional.ofNullable(lines.readLine()).map(String::strip);
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
