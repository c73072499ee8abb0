package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import nuages.data.error.DatabaseUnavailable;
import nuages.data.error.RejectedValue;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import org.junit.jupiter.api.Test;

/** What the dialects of servers promise besides. */
abstract class ServerContract extends DialectContract {
    private long identity(Connection of) throws SQLException {
        return Long.parseLong(rows(of, dialect.identity().orElseThrow()).getFirst());
    }

    private List<String> alive(long id, Duration lostFor) throws SQLException {
        return rows(connection, dialect.alive(List.of(id), lostFor).orElseThrow());
    }

    private void gone(long id) throws SQLException {
        while (!alive(id, Duration.ZERO).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_lost_connection_is_found_and_ended() throws SQLException {
        Connection lost = connect();
        long id = identity(lost);

        assertThat(alive(id, Duration.ZERO)).containsExactly(String.valueOf(id));
        for (String statement : dialect.end(List.of(id), Duration.ZERO)) {
            run(connection, statement);
        }

        gone(id);
        SQLException thrown = catchThrowableOfType(SQLException.class, () -> run(lost, "select 1"));
        assertThat(dialect.broken(thrown)).isTrue();
        assertThat(dialect.translate(thrown, "select 1"))
                .isInstanceOf(DatabaseUnavailable.class)
                .message()
                .startsWith("the connection to " + dialect.name() + " was lost");
    }

    @Test
    void ending_a_connection_that_is_gone_does_no_harm() throws SQLException {
        Connection lost = connect();
        long id = identity(lost);
        lost.close();
        gone(id);

        for (String statement : dialect.end(List.of(id), Duration.ZERO)) {
            try {
                run(connection, statement);
            } catch (SQLException e) {
                assertThat(dialect.gone(e)).isTrue();
                assertThat(dialect.broken(e)).isFalse();
            }
        }
    }

    @Test
    void a_number_that_was_given_out_after_the_loss_is_not_the_lost_connections() throws SQLException {
        Connection later = connect();
        long id = identity(later);

        assertThat(alive(id, Duration.ofDays(300))).isEmpty();
        assertThat(rows(later, "select 1")).containsExactly("1");
    }

    @Test
    void nothing_is_asked_for_no_numbers() throws SQLException {
        assertThat(rows(connection, dialect.alive(List.of(), Duration.ZERO).orElseThrow()))
                .isEmpty();
    }

    @Test
    void a_wrong_password_is_hopeless_and_told_without_it() {
        SQLException thrown = connecting("password", "opensesame");

        assertThat(dialect.hopeless(thrown)).isTrue();
        assertThat(dialect.translate(thrown, "connect"))
                .message()
                .startsWith(dialect.name() + " refused the connection: ")
                .contains("Correct the user, password or database name")
                .doesNotContain("opensesame");
    }

    private SQLException connecting(String property, String value) {
        var to = DatabaseUrl.parse(url());
        Properties properties = to.properties(PoolSettings.standard());
        properties.setProperty(property, value);
        return catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(to.jdbcUrl(), properties).close());
    }

    @Test
    void an_unknown_database_is_hopeless() {
        var to = DatabaseUrl.parse(url().replaceAll("/[^/]*$", "/nowhere"));

        SQLException thrown = catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(to.jdbcUrl(), to.properties(PoolSettings.standard()))
                        .close());

        assertThat(dialect.hopeless(thrown)).isTrue();
    }

    @Test
    void a_server_that_is_not_there_is_worth_another_try() {
        var to = DatabaseUrl.parse(url().replaceAll(":\\d+/", ":1/"));

        SQLException thrown = catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(to.jdbcUrl(), to.properties(PoolSettings.standard()))
                        .close());

        assertThat(dialect.hopeless(thrown)).isFalse();
        assertThat(dialect.broken(thrown)).isTrue();
        assertThat(dialect.translate(thrown, "connect"))
                .isInstanceOf(DatabaseUnavailable.class)
                .message()
                .startsWith(dialect.name() + " cannot be reached: ");
    }

    @Test
    void a_value_that_does_not_fit_is_told_without_it() {
        assertThat(failure("insert into book (id, name) values (3, 'a name of more than twenty letters')"))
                .isInstanceOf(RejectedValue.class)
                .message()
                .startsWith("a text is longer than ");
        assertThat(failure("insert into book (id, name) values (99999999999999999999, 'x')"))
                .isInstanceOf(RejectedValue.class)
                .message()
                .startsWith("a number is out of the range of ");
    }

    @Test
    void a_thread_interrupted_in_a_statement_leaves_a_broken_connection() throws InterruptedException {
        var thrown = new java.util.concurrent.atomic.AtomicReference<SQLException>();
        Thread running = Thread.ofVirtual().start(() -> {
            try {
                run(connection, endless());
            } catch (SQLException e) {
                thrown.set(e);
            }
        });
        while (running.getState() != Thread.State.WAITING && running.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        running.interrupt();
        running.join();

        assertThat((Throwable) thrown.get()).isNotNull();
        assertThat(dialect.broken(thrown.get())).isTrue();
    }

    @Test
    void the_session_runs_in_utc_and_read_committed() throws SQLException {
        assertThat(rows(connection, timeZone())).containsAnyOf("UTC", "+00:00");
        assertThat(rows(connection, isolation()).getFirst()).isEqualToIgnoringCase(readCommitted());
    }

    abstract String timeZone();

    abstract String isolation();

    abstract String readCommitted();
}
