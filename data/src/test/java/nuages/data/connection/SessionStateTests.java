package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nuages.data.error.DatabaseException;
import nuages.testing.servers.DatabaseUrl;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStateTests {
    private static final String STATES = """
        POSTGRESQL | set statement_timeout = 1234                | show statement_timeout
        POSTGRESQL | set search_path = pg_catalog                | show search_path
        POSTGRESQL | select set_config('a.b', 'left', false)     | select coalesce(current_setting('a.b', true), '')
        POSTGRESQL | set session characteristics as transaction isolation level serializable | show transaction_isolation
        POSTGRESQL | set default_transaction_read_only = on      | show transaction_read_only
        POSTGRESQL | set role pg_monitor                         | select current_user
        POSTGRESQL | set timezone = 'Asia/Tokyo'                 | show timezone
        POSTGRESQL | create temp table left_over (id int)        | select count(*) from pg_class where relname = 'left_over'
        POSTGRESQL | select pg_advisory_lock(42)                 | select count(*) from pg_locks where locktype = 'advisory'
        POSTGRESQL | prepare p as select 1                       | select count(*) from pg_prepared_statements where name = 'p'
        POSTGRESQL | listen news                                 | select count(*) from pg_listening_channels()
        POSTGRESQL | declare c cursor with hold for select 1     | select count(*) from pg_cursors where name = 'c'
        MARIADB    | set @left_over = 1                          | select coalesce(@left_over, 'none')
        MARIADB    | set sql_mode = ''                           | select @@sql_mode
        MARIADB    | set session transaction isolation level serializable | select @@tx_isolation
        MARIADB    | set autocommit = 0                          | select @@autocommit
        MARIADB    | set time_zone = '+09:00'                    | select @@time_zone
        MARIADB    | create temporary table left_over (id int)   | select count(*) from information_schema.tables where table_name = 'left_over'
        MARIADB    | select get_lock('left', 0)                  | select is_used_lock('left') is null
        MARIADB    | use information_schema                      | select database()
        SQLITE     | create temp table left_over (id integer)    | select count(*) from sqlite_temp_master
        SQLITE     | pragma foreign_keys = off                   | select foreign_keys from pragma_foreign_keys
        SQLITE     | pragma query_only = on                      | select query_only from pragma_query_only
        SQLITE     | attach ':memory:' as left_over              | select count(*) from pragma_database_list
        """;

    @BeforeAll
    static void allowARole() {
        var server = Kind.POSTGRESQL.server();
        server.adminSql("grant pg_monitor to " + DatabaseUrl.of(server.url()).user());
    }

    /** One connection, so that the next work gets what the one before left. */
    private static Bench bench(Kind kind) {
        return new Bench(kind, it -> it.size = 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = STATES)
    void what_a_work_leaves_in_its_session_does_not_reach_the_next(Kind kind, String statement, String question)
            throws SQLException {
        try (var bench = bench(kind)) {
            var before = bench.work(() -> bench.sql(question).one(String.class));

            bench.work(() -> run(bench, statement));
            assertThat(bench.<String, RuntimeException>work(
                            () -> bench.sql(question).one(String.class)))
                    .as("after a statement")
                    .isEqualTo(before);

            bench.work(() -> {
                try (var connection = bench.database.dataSource().getConnection()) {
                    execute(connection, statement);
                }
            });
            assertThat(bench.<String, RuntimeException>work(
                            () -> bench.sql(question).one(String.class)))
                    .as("after the data source")
                    .isEqualTo(before);
        }
    }

    /** Some of them answer with rows, some do not. */
    private static void run(Bench bench, String statement) {
        if (statement.startsWith("select")) {
            bench.sql(statement).list(String.class);
        } else {
            bench.sql(statement).update();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var it = connection.createStatement()) {
            it.execute(statement);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_library_sets_on_its_connection_does_not_reach_the_next(Kind kind) throws SQLException {
        try (var bench = bench(kind)) {
            bench.work(() -> bench.sql("create table item (id integer)").update());
            bench.work(() -> {
                try (var connection = bench.database.dataSource().getConnection()) {
                    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                    connection.setAutoCommit(false);
                    execute(connection, "insert into item values (1)");
                }
            });

            bench.work(() -> {
                assertThat(bench.sql("select count(*) from item").one(Long.class))
                        .as("not committed, so rolled back")
                        .isZero();
                bench.sql("insert into item values (2)").update();
                try (var connection = bench.database.dataSource().getConnection()) {
                    assertThat(connection.getAutoCommit()).isTrue();
                    assertThat(connection.isReadOnly()).isFalse();
                    assertThat(connection.getTransactionIsolation())
                            .isEqualTo(
                                    kind == Kind.SQLITE
                                            ? Connection.TRANSACTION_SERIALIZABLE
                                            : Connection.TRANSACTION_READ_COMMITTED);
                }
            });
            assertThat(bench.count("select count(*) from item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_that_was_begun_by_hand_ends_with_its_work(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> bench.sql("create table item (id integer)").update());
            bench.work(() -> {
                bench.sql("begin").update();
                try {
                    bench.sql("insert into item values (1)").update();
                } catch (DatabaseException e) {
                    assertThat(e).isNotNull();
                }
            });

            bench.work(() -> bench.sql("insert into item values (2)").update());
            bench.work(() -> assertThatThrownBy(() -> bench.database.atomic(() -> {
                        bench.sql("insert into item values (3)").update();
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no"));
            assertThat(bench.<List<Long>, RuntimeException>work(
                            () -> bench.sql("select id from item where id > 1").list(Long.class)))
                    .containsExactly(2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_that_the_server_prepared_outlives_a_reset_of_its_session(Kind kind) {
        try (var bench = bench(kind)) {
            for (int i = 0; i < 20; i++) {
                int number = i;
                bench.work(() -> assertThat(bench.sql("select 1 + ?", number).one(Long.class))
                        .isEqualTo(number + 1));
                if (i % 7 == 6 && kind == Kind.POSTGRESQL) {
                    bench.work(() -> bench.sql("set statement_timeout = 5000").update());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void a_database_in_memory_is_kept_whatever_was_done_with_its_connection(Kind kind) throws SQLException {
        try (var bench = new Bench(kind, "sqlite::memory:", _ -> {})) {
            bench.work(() -> bench.sql("create table item (id integer)").update());
            bench.work(() -> bench.sql("pragma cache_size = 100").update());
            bench.work(() -> {
                try (var connection = bench.database.dataSource().getConnection()) {
                    execute(connection, "insert into item values (1)");
                }
            });

            assertThat(bench.count("select count(*) from item")).isOne();
        }
    }
}
