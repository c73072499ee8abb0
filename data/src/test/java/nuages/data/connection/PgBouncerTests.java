package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import nuages.data.dialect.Dialect;
import nuages.data.row.Parameters;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.PgBouncer;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL behind a pooler that gives each transaction the session it likes; here there is only one to be had. */
@Timeout(60)
class PgBouncerTests {
    private PgBouncer pooler;
    private DatabaseUrl url;
    private Dialect dialect;

    @BeforeAll
    static void find() {
        assumeThat(PgBouncer.installed()).as(PgBouncer.MISSING).isTrue();
    }

    @BeforeEach
    void start() {
        PostgresServer server = PostgresServer.shared();
        pooler = PgBouncer.before(server, 1);
        url = DatabaseUrl.parse(pooler.url(server.newDatabase()) + "?pgbouncer=transaction");
        dialect = url.dialect();
    }

    @AfterEach
    void stop() {
        pooler.close();
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url.jdbcUrl(), url.properties(PoolSettings.standard()));
        for (String statement : dialect.greeting()) {
            DialectContract.run(connection, statement);
        }
        return connection;
    }

    @Test
    void each_session_is_in_utc_and_has_no_number_of_its_own() throws SQLException {
        try (Connection connection = connect();
                Connection other =
                        DriverManager.getConnection(url.jdbcUrl(), url.properties(PoolSettings.standard()))) {
            DialectContract.run(other, "set timezone to 'Asia/Tokyo'");

            assertThat(DialectContract.rows(connection, "show timezone")).containsExactly("UTC");
            assertThat(dialect.identity()).isEmpty();
        }
    }

    @Test
    void a_session_that_is_reset_within_its_transaction_leaves_nothing_to_the_next() throws SQLException {
        try (Connection connection = connect();
                Connection other = connect()) {
            connection.setAutoCommit(false);
            DialectContract.run(connection, "set search_path to nowhere");
            DialectContract.run(connection, "select set_config('role', current_user, false)");
            DialectContract.run(connection, "prepare left_behind as select 1");
            DialectContract.run(connection, "create temp table left_behind (id int)");
            DialectContract.run(connection, "select pg_advisory_lock(1)");
            for (String statement : dialect.reset()) {
                DialectContract.run(connection, statement);
            }
            connection.commit();

            assertThat(DialectContract.rows(other, "show search_path")).containsExactly("\"$user\", public");
            assertThat(DialectContract.rows(other, "show role")).containsExactly("none");
            assertThat(DialectContract.rows(other, "show timezone")).containsExactly("UTC");
            assertThat(DialectContract.rows(other, "select count(*) from pg_prepared_statements"))
                    .containsExactly("0");
            assertThat(DialectContract.rows(other, "select count(*) from pg_locks where locktype = 'advisory'"))
                    .containsExactly("0");
            assertThat(DialectContract.rows(other, "select to_regclass('pg_temp.left_behind') is null"))
                    .containsExactly("t");
        }
    }

    @Test
    void a_statement_run_often_is_not_expected_where_it_was_never_prepared() throws SQLException {
        String sql = "select 1 where 1 = ?";
        try (Connection connection = connect();
                Connection other = connect()) {
            for (int i = 0; i < 20; i++) {
                for (Connection each : new Connection[] {connection, other}) {
                    try (PreparedStatement statement = each.prepareStatement(sql)) {
                        Parameters.bind(statement, dialect, sql, 1L);
                        assertThat(statement.executeQuery().next()).isTrue();
                    }
                }
            }
        }
    }
}
