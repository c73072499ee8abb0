package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nuages.data.error.SettingsException;
import nuages.data.settings.DatabaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTests {
    private static Shell shell(String url) {
        return Shell.of(DatabaseUrl.parse(url));
    }

    @Test
    void passwords_are_no_arguments() {
        var postgres = shell("postgresql://me:s3%40cret@[::1]:5433/my%20site?sslmode=require");
        assertThat(postgres.program()).isEqualTo("psql");
        assertThat(postgres.arguments())
                .containsExactly("--host=::1", "--port=5433", "--username=me", "--dbname=my site");
        assertThat(postgres.environment()).isEqualTo(Map.of("PGPASSWORD", "s3@cret", "PGSSLMODE", "require"));

        var mariadb = shell("mysql://me:s3cret@db/site");
        assertThat(mariadb.program()).isEqualTo("mariadb");
        assertThat(mariadb.arguments())
                .containsExactly("--protocol=tcp", "--host=db", "--port=3306", "--user=me", "--database=site");
        assertThat(mariadb.environment()).isEqualTo(Map.of("MYSQL_PWD", "s3cret"));
        assertThat(mariadb.process(List.of("-e", "select 1")).command()).endsWith("--database=site", "-e", "select 1");
    }

    @Test
    void several_hosts_are_tried_in_turn() {
        assertThat(shell("postgresql://a:5432,b:5433/site").arguments())
                .containsExactly("--host=a,b", "--port=5432,5433", "--dbname=site");
    }

    @Test
    void sqlite_is_a_file(@TempDir Path folder) {
        assertThat(shell("sqlite:" + folder.resolve("site.db")).arguments())
                .containsExactly(folder.resolve("site.db").toString());
        assertThatThrownBy(() -> shell("sqlite::memory:"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("another program cannot look into it");
    }
}
