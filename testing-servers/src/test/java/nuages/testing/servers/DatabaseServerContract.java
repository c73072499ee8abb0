package nuages.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nuages.testing.servers.DatabaseServer.Stop;
import org.junit.jupiter.api.Test;

/** What every server can do. */
abstract class DatabaseServerContract {
    abstract DatabaseServer shared();

    abstract DatabaseServer startOne(int maxConnections);

    /** How many of the connections ordinary users cannot have: those kept for administrators, and the monitor. */
    abstract int reserved();

    @Test
    void a_new_database_is_empty_and_takes_tables() throws SQLException {
        String url = shared().newDatabase();

        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table word (text varchar(20))");
            statement.execute("insert into word values ('été')");

            ResultSet rows = statement.executeQuery("select text from word");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("été");
        }
        assertThat(shared().newDatabase()).isNotEqualTo(url);
    }

    @Test
    void backends_are_counted_without_the_monitor() throws SQLException {
        String url = shared().newDatabase();
        assertThat(shared().backends(url)).isZero();

        try (Connection one = connect(url);
                Connection two = connect(url)) {
            assertThat(one.isValid(1)).isTrue();
            assertThat(two.isValid(1)).isTrue();
            assertThat(shared().backends(url)).isEqualTo(2);
            assertThat(shared().backends()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        String wrong = shared().url().replace("nuages@", "wrong@");

        assertThatThrownBy(() -> connect(wrong).close()).isInstanceOf(SQLException.class);
    }

    @Test
    void the_limit_of_connections_is_a_real_one() throws SQLException {
        try (DatabaseServer server = startOne(12)) {
            List<Connection> open = new ArrayList<>();
            for (int i = 0; i < 12 - reserved(); i++) {
                open.add(connect(server.url()));
            }

            assertThatThrownBy(() -> connect(server.url()).close()).isInstanceOf(SQLException.class);
            assertThat(server.backends()).isEqualTo(open.size());
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    @Test
    void a_server_keeps_its_data_and_port_over_restart_and_kill() throws SQLException {
        try (DatabaseServer server = startOne(20)) {
            Connection before = connect(server.url());
            try (Statement statement = before.createStatement()) {
                statement.execute("create table kept (id integer)");
            }

            server.restart();
            assertThat(before.isValid(1)).isFalse();
            server.stop(Stop.KILL);
            assertThatThrownBy(() -> connect(server.url()).close()).isInstanceOf(SQLException.class);
            server.start();

            try (Connection after = connect(server.url());
                    Statement statement = after.createStatement()) {
                assertThat(statement.executeQuery("select count(*) from kept").next())
                        .isTrue();
            }
        }
    }

    @Test
    void a_paused_server_answers_only_when_it_is_resumed() throws Exception {
        try (DatabaseServer server = startOne(20);
                Connection connection = connect(server.url());
                Statement statement = connection.createStatement()) {
            CountDownLatch answered = new CountDownLatch(1);

            server.pause();
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    statement.execute("select 1");
                    answered.countDown();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(answered.await(300, TimeUnit.MILLISECONDS)).isFalse();
            server.resume();

            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
            asking.join();
        }
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(DatabaseUrl.of(url).jdbc());
    }
}
