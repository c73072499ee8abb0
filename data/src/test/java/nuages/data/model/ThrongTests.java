package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.model.polls.Question;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More rows than there is memory for. */
class ThrongTests {
    private static final long ROWS = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void a_million_rows_are_read_in_64_megabytes(Kind kind) throws IOException, InterruptedException {
        var url = kind.newDatabase();
        var database = Database.open("default", url);
        Site.create(database, Question.class);
        Work.of("fill", Databases.of(database))
                .run(() -> database.sql("insert into polls_question (text, published) " + rows(kind))
                        .update());
        database.shutdown(Duration.ZERO);

        assertThat(printed(url)).contains("read 1000000 rows, keys " + ROWS * (ROWS + 1) / 2);
    }

    private static String rows(Kind kind) {
        return switch (kind) {
            case MARIADB -> "select concat('Question number ', seq), '2026-11-22 10:00:00' from seq_1_to_" + ROWS;
            case SQLITE -> numbers() + " select 'Question number ' || i, '2026-11-22 10:00:00' from numbers order by i";
            case POSTGRESQL ->
                numbers() + " select 'Question number ' || i, timestamptz '2026-11-22 10:00:00Z' from numbers "
                        + "order by i";
        };
    }

    private static String numbers() {
        return "with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < " + ROWS + ")";
    }

    /** What the reader prints, in a Java of its own that has hardly any memory. */
    private static String printed(String url) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThrongReader.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
