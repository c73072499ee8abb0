package nuages.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class FaultDriverTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FaultPlan plan = new FaultPlan();
    private final String url =
            plan.url(DatabaseUrl.of(PostgresServer.shared().url()).jdbc());

    @Test
    void calls_are_counted_by_name() throws SQLException {
        assertThat(operation()).isEqualTo(1);

        assertThat(plan.calls())
                .containsExactly(
                        "Driver.connect",
                        "Connection.prepareStatement",
                        "PreparedStatement.executeQuery",
                        "ResultSet.next",
                        "ResultSet.getInt",
                        "ResultSet.getStatement",
                        "PreparedStatement.getConnection",
                        "ResultSet.close",
                        "PreparedStatement.close",
                        "Connection.close");
        assertThat(plan.struck()).isFalse();
    }

    @Test
    void each_call_can_fail_in_turn() throws SQLException {
        operation();
        List<String> calls = plan.calls();

        for (int n = 1; n <= calls.size(); n++) {
            plan.failAt(n, Fault.sqlError("40001"));

            assertThatThrownBy(this::operation)
                    .asInstanceOf(throwable(SQLException.class))
                    .hasMessageContaining(calls.get(n - 1))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("40001");
            assertThat(plan.struck()).isTrue();
        }
    }

    @Test
    void an_sql_error_leaves_the_connection_usable() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            plan.failAt(1, Fault.sqlError("23505"));
            assertThatThrownBy(() -> select(connection)).isInstanceOf(SQLException.class);

            assertThat(select(connection)).isEqualTo(1);
        }
    }

    @Test
    void what_no_driver_should_throw_is_thrown() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            plan.failAt(1, Fault.thrown(new IllegalStateException("a bug")));
            assertThatThrownBy(() -> select(connection)).isInstanceOf(IllegalStateException.class);
            plan.failAt(1, Fault.thrown(new StackOverflowError()));
            assertThatThrownBy(() -> select(connection)).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void a_fault_afterwards_hides_what_was_done() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            plan.failAfter(1, Fault.sqlError("08007"));

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            connection.rollback();
        }
    }

    @Test
    void a_dropped_connection_stays_dropped() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            plan.failAt(1, Fault.dropped());

            assertThatThrownBy(() -> select(connection)).isInstanceOf(SQLException.class);
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void every_call_from_the_nth_on_can_fail() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        plan.failFrom(2, Fault.sqlError("08006"));

        assertThatThrownBy(() -> select(connection)).isInstanceOf(SQLException.class);
        assertThatThrownBy(connection::close).isInstanceOf(SQLException.class);

        plan.watch();
        connection.close();
    }

    @Test
    void a_hanging_statement_ends_when_it_is_cancelled() throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("select 1")) {
            plan.failAt(1, Fault.hang(LONG));

            SQLException end = endOf(statement::executeQuery, _ -> statement.cancel());

            assertThat(end.getSQLState()).isEqualTo("57014");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_hanging_statement_ends_when_its_connection_is_aborted() throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("select 1")) {
            plan.failAt(1, Fault.hang(LONG));

            SQLException end = endOf(statement::executeQuery, _ -> connection.abort(Runnable::run));

            assertThat(end.getSQLState()).isEqualTo("08006");
        }
    }

    @Test
    void an_interrupt_breaks_the_connection_of_a_hanging_virtual_thread() throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("select 1")) {
            plan.failAt(1, Fault.hang(LONG));

            SQLException end = endOf(statement::executeQuery, Thread::interrupt);

            assertThat(end.getSQLState()).isEqualTo("08006");
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void a_hanging_call_ends_at_the_network_timeout() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setNetworkTimeout(Runnable::run, 50);
            plan.failAt(1, Fault.hang(LONG));

            assertThatThrownBy(() -> select(connection)).hasMessageContaining("timed out");
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    private int operation() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return select(connection);
        }
    }

    private static int select(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            int answer = rows.getInt(1);
            assertThat(rows.getStatement()).isSameAs(statement);
            assertThat(statement.getConnection()).isSameAs(connection);
            return answer;
        }
    }

    /** Makes a call that hangs, waits until it does, disturbs it, and returns what it ended with. */
    private SQLException endOf(Call call, Disturbance disturbance) throws Exception {
        AtomicReference<SQLException> end = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                call.make();
            } catch (SQLException e) {
                end.set(e);
            }
            ended.countDown();
        });
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        disturbance.to(caller);
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        return end.get();
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws SQLException;
    }

    @FunctionalInterface
    private interface Disturbance {
        void to(Thread caller) throws SQLException;
    }
}
