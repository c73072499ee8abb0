package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the program is there, it answers; where it is not, the user is told what to install. */
class DbshellTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void the_databases_own_program_is_started(Kind kind) {
        try (var bench = new Bench(kind, folder)) {
            bench.sql("create table told (id integer)", "insert into told values (4711)");
            String query = "select id from told";

            int code = switch (kind) {
                case SQLITE -> bench.run("dbshell", "--", query);
                case POSTGRESQL -> bench.run("dbshell", "--", "--command=" + query);
                case MARIADB -> bench.run("dbshell", "--", "--execute=" + query);
            };

            if (code == 0) {
                assertThat(bench.out).contains("4711");
            } else {
                assertThat(bench.err).contains("cannot be started", "install ");
            }
        }
    }
}
