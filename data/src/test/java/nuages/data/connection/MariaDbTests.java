package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import nuages.data.error.StatementTimeout;
import nuages.testing.servers.MariaDbServer;
import org.junit.jupiter.api.Test;

class MariaDbTests extends ServerContract {
    private final String url = MariaDbServer.shared().newDatabase();

    @Override
    String url() {
        return url;
    }

    @Override
    String uniqueConstraint() {
        return "book_name_unique";
    }

    @Override
    String endless() {
        return "select sleep(600)";
    }

    @Override
    String lockTimeout() {
        return "set innodb_lock_wait_timeout = 1";
    }

    @Override
    String timeZone() {
        return "select @@session.time_zone";
    }

    @Override
    String isolation() {
        return "select @@session.tx_isolation";
    }

    @Override
    String readCommitted() {
        return "read-committed";
    }

    @Test
    void values_are_strict() throws SQLException {
        assertThat(rows(connection, "select @@session.sql_mode").getFirst()).contains("STRICT_TRANS_TABLES");
    }

    @Test
    void a_statement_that_ran_into_its_timeout_is_not_told_as_cancelled() {
        assertThat(failure("set statement max_statement_time = 0.05 for " + endless()))
                .isInstanceOf(StatementTimeout.class);
    }

    @Test
    void a_statement_that_is_not_understood_is_told_without_its_values() throws SQLException {
        String sql = "selec ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "secret");
            SQLException thrown =
                    org.assertj.core.api.Assertions.catchThrowableOfType(SQLException.class, statement::execute);

            assertThat(dialect.translate(thrown, sql).getMessage()).doesNotContain("secret");
        }
    }
}
