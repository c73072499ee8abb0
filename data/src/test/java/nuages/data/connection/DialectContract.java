package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Isolation;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.ConstraintViolated.Kind;
import nuages.data.error.DatabaseException;
import nuages.data.error.InvalidSql;
import nuages.data.error.LockTimeout;
import nuages.data.error.SerializationFailure;
import nuages.data.row.Parameters;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each dialect promises, tried on a real database. */
@Timeout(60)
abstract class DialectContract {
    Dialect dialect;
    Connection connection;
    private DatabaseUrl url;
    private final List<Connection> opened = new ArrayList<>();

    /** A database of this test's own. */
    abstract String url();

    /** What the database calls the constraint on unique names. */
    abstract String uniqueConstraint();

    /** A statement that runs for longer than any test may. */
    abstract String endless();

    @BeforeEach
    void open() throws SQLException {
        url = DatabaseUrl.parse(url());
        dialect = url.dialect();
        connection = connect();
        run(connection, "create table author (id bigint primary key)");
        run(connection, """
            create table book (id bigint primary key, name varchar(20) not null, pages bigint, author_id bigint,
            constraint book_name_unique unique (name), constraint book_pages_check check (pages > 0),
            constraint book_author_fk foreign key (author_id) references author (id))\
            """);
        run(connection, "insert into book (id, name, pages) values (1, 'one', 1), (2, 'two', 2)");
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection each : opened) {
            each.close();
        }
    }

    final Connection connect() throws SQLException {
        var fresh = DriverManager.getConnection(url.jdbcUrl(), url.properties(PoolSettings.standard()));
        opened.add(fresh);
        for (String statement : dialect.greeting()) {
            run(fresh, statement);
        }
        return fresh;
    }

    static void run(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> rows(Connection on, String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (Statement statement = on.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    final DatabaseException failure(String sql) {
        SQLException thrown = catchThrowableOfType(SQLException.class, () -> run(connection, sql));
        assertThat(dialect.broken(thrown)).isFalse();
        assertThat(dialect.cancelled(thrown)).isFalse();
        return dialect.translate(thrown, sql);
    }

    private void begin(Connection on, Isolation isolation) throws SQLException {
        on.setAutoCommit(!dialect.beginsLazily());
        for (String statement : dialect.transaction(Optional.of(isolation), false)) {
            run(on, statement);
        }
    }

    private void commit(Connection on) throws SQLException {
        if (dialect.beginsLazily()) {
            on.commit();
            on.setAutoCommit(true);
        } else {
            run(on, "commit");
        }
    }

    @Test
    void a_broken_constraint_is_told_with_its_kind_and_name_and_without_values() {
        var unique = (ConstraintViolated) failure("insert into book (id, name) values (3, 'two')");
        var key = (ConstraintViolated) failure("insert into book (id, name) values (1, 'x')");
        var check = (ConstraintViolated) failure("insert into book (id, name, pages) values (3, 'x', -1)");
        var missing = (ConstraintViolated) failure("insert into book (id, name) values (3, null)");
        var reference = (ConstraintViolated) failure("insert into book (id, name, author_id) values (3, 'x', 9)");

        assertThat(unique.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(unique.constraint()).contains(uniqueConstraint());
        assertThat(unique)
                .hasMessage("a row breaks the unique constraint \"" + uniqueConstraint()
                        + "\": another row already has this value. Save another value, or change the row that has it."
                        + " It happened in: insert into book (id, name) values (3, 'two')")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(key.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(check.kind()).isEqualTo(Kind.CHECK);
        assertThat(check.constraint()).contains("book_pages_check");
        assertThat(missing.kind()).isEqualTo(Kind.NOT_NULL);
        assertThat(missing.constraint().orElseThrow()).endsWith("name");
        assertThat(reference.kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(reference.retryable()).isFalse();
    }

    @Test
    void a_failing_batch_is_told_as_its_failing_row_is() throws SQLException {
        String sql = "insert into book (id, name) values (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < 3; i++) {
                Parameters.bind(statement, dialect, sql, 10 + i, "secret");
                statement.addBatch();
            }

            SQLException thrown = catchThrowableOfType(SQLException.class, statement::executeLargeBatch);

            var failure = (ConstraintViolated) dialect.translate(thrown, sql);
            assertThat(dialect.broken(thrown)).isFalse();
            assertThat(failure.constraint()).contains(uniqueConstraint());
            assertThat(failure.getMessage()).doesNotContain("secret");
        }
    }

    @Test
    void a_statement_that_is_not_understood_is_told_with_the_databases_words() {
        assertThat(failure("select nothing from nowhere"))
                .isInstanceOf(InvalidSql.class)
                .message()
                .contains(dialect.name() + " does not understand the statement: ")
                .contains("nowhere")
                .endsWith("It happened in: select nothing from nowhere");
        assertThat(failure("selec 1")).isInstanceOf(InvalidSql.class);
        assertThat(failure("select nothing from book"))
                .isInstanceOf(InvalidSql.class)
                .message()
                .contains("nothing");
    }

    @Test
    void a_cancelled_statement_leaves_its_connection_in_order() throws Exception {
        try (Statement statement = connection.createStatement()) {
            var ended = new CountDownLatch(1);
            Thread canceller = Thread.ofPlatform().start(() -> {
                try {
                    while (!ended.await(50, TimeUnit.MILLISECONDS)) {
                        statement.cancel();
                    }
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            SQLException thrown = catchThrowableOfType(SQLException.class, () -> statement.execute(endless()));
            ended.countDown();
            canceller.join();

            assertThat(dialect.cancelled(thrown)).isTrue();
            assertThat(dialect.broken(thrown)).isFalse();
            assertThat(dialect.translate(thrown, endless())).message().startsWith("the statement was cancelled");
        }
        assertThat(rows(connection, dialect.ping())).containsExactly("1");
    }

    @Test
    void a_lock_that_is_not_free_in_time_is_told_as_retryable() throws SQLException {
        Connection other = connect();
        begin(other, Isolation.READ_COMMITTED);
        run(other, "update book set pages = 5 where id = 1");
        run(connection, lockTimeout());

        DatabaseException failure = failure("update book set pages = 6 where id = 1");

        assertThat(failure).isInstanceOf(LockTimeout.class);
        assertThat(failure.retryable()).isTrue();
        commit(other);
    }

    /** Makes the connection wait for locks for a second at most. */
    abstract String lockTimeout();

    @Test
    void a_deadlock_is_told_as_retryable() throws Exception {
        if (dialect.singleWriter()) {
            return;
        }
        Connection other = connect();
        begin(connection, Isolation.READ_COMMITTED);
        begin(other, Isolation.READ_COMMITTED);
        run(connection, "update book set pages = 5 where id = 1");
        run(other, "update book set pages = 5 where id = 2");
        var failures = java.util.Collections.synchronizedList(new ArrayList<SQLException>());
        Thread crossing = Thread.ofPlatform().start(() -> {
            try {
                run(other, "update book set pages = 6 where id = 1");
            } catch (SQLException e) {
                failures.add(e);
            }
        });
        try {
            run(connection, "update book set pages = 6 where id = 2");
        } catch (SQLException e) {
            failures.add(e);
            connection.rollback();
        }
        crossing.join();

        assertThat(failures).hasSize(1);
        assertThat(dialect.broken(failures.getFirst())).isFalse();
        DatabaseException failure = dialect.translate(failures.getFirst(), "update");
        assertThat(failure).isInstanceOf(SerializationFailure.class);
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void a_transaction_begins_and_ends_and_leaves_nothing_in_the_session() throws SQLException {
        for (Isolation isolation : Isolation.values()) {
            begin(connection, isolation);
            run(connection, "update book set pages = pages + 1 where id = 1");
            commit(connection);
        }
        connection.setAutoCommit(!dialect.beginsLazily());
        for (String statement : dialect.transaction(Optional.empty(), true)) {
            run(connection, statement);
        }
        rows(connection, "select id from book");
        commit(connection);
        run(connection, "update book set pages = pages + 1 where id = 1");

        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(rows(connect(), "select pages from book where id = 1")).containsExactly("6");
    }

    @Test
    void a_read_only_transaction_refuses_to_write() throws SQLException {
        if (dialect.singleWriter()) {
            for (String statement : dialect.readOnlyGreeting()) {
                run(connection, statement);
            }
        }
        connection.setAutoCommit(!dialect.beginsLazily());
        for (String statement : dialect.transaction(Optional.empty(), true)) {
            run(connection, statement);
        }

        assertThat(failure("delete from book"))
                .message()
                .startsWith("a statement that writes was run where only reading is allowed");
    }

    @Test
    void a_closed_connection_is_broken() throws SQLException {
        connection.close();

        SQLException thrown = catchThrowableOfType(SQLException.class, () -> run(connection, "select 1"));

        assertThat(dialect.broken(thrown)).isTrue();
        assertThat(dialect.cancelled(thrown)).isFalse();
    }

    @Test
    void parameters_and_question_marks_must_match() throws SQLException {
        String sql = "select id from book where id = ? and name <> '?'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            assertThatThrownBy(() -> Parameters.bind(statement, dialect, sql, 1, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the statement has 1 question mark, and 2 parameters came with it. Pass one parameter for "
                                    + "each question mark outside of quotes: " + sql);
            assertThatThrownBy(() -> Parameters.bind(statement, dialect, sql, new Object()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("parameter 1 is of type java.lang.Object, which cannot be kept");
        }
    }
}
