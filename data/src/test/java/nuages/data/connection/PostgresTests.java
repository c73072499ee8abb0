package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import nuages.data.error.LockTimeout;
import nuages.data.error.StatementTimeout;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.Test;

class PostgresTests extends ServerContract {
    private final String url = PostgresServer.shared().newDatabase();

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
        return "select pg_sleep(600)";
    }

    @Override
    String lockTimeout() {
        return "set lock_timeout = '100ms'";
    }

    @Override
    String timeZone() {
        return "show timezone";
    }

    @Override
    String isolation() {
        return "show transaction_isolation";
    }

    @Override
    String readCommitted() {
        return "read committed";
    }

    @Test
    void a_reset_session_is_as_a_new_one() throws SQLException {
        run(connection, "set search_path to nowhere");
        run(connection, "set timezone to 'Asia/Tokyo'");
        run(connection, "create temp table left_behind (id int)");
        run(connection, "select pg_advisory_lock(1)");

        for (String statement : dialect.reset()) {
            run(connection, statement);
        }

        assertThat(rows(connection, "show search_path")).containsExactly("\"$user\", public");
        assertThat(rows(connection, "show timezone")).containsExactly("UTC");
        assertThat(rows(connection, "show client_connection_check_interval")).containsExactly("250ms");
        assertThat(rows(connection, "show application_name")).containsExactly("nuages");
        assertThat(rows(
                        connection,
                        "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"))
                .containsExactly("0");
        assertThat(rows(connection, "select id from book order by id")).containsExactly("1", "2");
    }

    @Test
    void a_statement_that_ran_into_its_timeout_is_not_told_as_cancelled() throws SQLException {
        run(connection, "set statement_timeout = '50ms'");

        assertThat(failure(endless())).isInstanceOf(StatementTimeout.class);
    }

    @Test
    void a_failed_transaction_says_so_until_it_ends() throws SQLException {
        connection.setAutoCommit(false);
        failure("selec 1");

        assertThat(failure("select 1"))
                .message()
                .startsWith("an earlier statement of this transaction failed, so PostgreSQL ignores the rest of it");
    }

    @Test
    void a_lock_that_must_not_be_waited_for_is_told_as_one() throws SQLException {
        var other = connect();
        other.setAutoCommit(false);
        run(other, "update book set pages = 5 where id = 1");

        assertThat(failure("select id from book where id = 1 for update nowait"))
                .isInstanceOf(LockTimeout.class);
    }

    @Test
    void a_session_ended_by_the_administrator_is_broken() throws SQLException {
        var other = connect();
        String id = rows(other, "select pg_backend_pid()").getFirst();
        run(connection, "select pg_terminate_backend(" + id + ")");

        SQLException thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(SQLException.class, () -> run(other, "select 1"));

        assertThat(dialect.broken(thrown)).isTrue();
    }
}
