package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTests extends DialectContract {
    @TempDir
    private Path folder;

    @Override
    String url() {
        return "sqlite:" + folder.resolve("site.db");
    }

    @Override
    String uniqueConstraint() {
        return "book.name";
    }

    @Override
    String endless() {
        return "with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t";
    }

    @Override
    String lockTimeout() {
        return "pragma busy_timeout = 50";
    }

    @Test
    void each_connection_has_the_log_and_the_keys_switched_on() throws SQLException {
        assertThat(rows(connection, "pragma journal_mode")).containsExactly("wal");
        assertThat(rows(connection, "pragma foreign_keys")).containsExactly("1");
        assertThat(rows(connection, "pragma synchronous")).containsExactly("1");
        assertThat(rows(connection, "pragma busy_timeout")).containsExactly("5000");
    }

    @Test
    void a_file_that_is_no_database_is_hopeless() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear reader, this is a letter and no database.");
        var url = DatabaseUrl.parse("sqlite:" + file);

        SQLException thrown = catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(url.jdbcUrl(), url.properties(PoolSettings.standard()))
                        .close());

        assertThat(dialect.hopeless(thrown)).isTrue();
        assertThat(dialect.translate(thrown, "connect"))
                .message()
                .contains("SQLite refused the connection: the file is damaged or no SQLite database");
    }
}
