package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import nuages.data.error.InvalidSql;
import nuages.testing.servers.DatabaseUrl;
import nuages.testing.servers.Kind;
import nuages.testing.servers.PgBouncer;
import nuages.testing.servers.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind PgBouncer in transaction mode with a single session on the server, which everybody gets in turn. */
class PooledSessionTests {
    private static @Nullable PgBouncer bouncer;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PgBouncer.installed(), PgBouncer.MISSING);
        var server = PostgresServer.shared();
        server.adminSql("grant pg_monitor to " + DatabaseUrl.of(server.url()).user());
        bouncer = PgBouncer.before(PostgresServer.shared(), 1);
    }

    @AfterAll
    static void stop() {
        if (bouncer != null) {
            bouncer.close();
        }
    }

    private static Bench bench() {
        var url = java.util.Objects.requireNonNull(bouncer)
                .url(PostgresServer.shared().newDatabase());
        return new Bench(Kind.POSTGRESQL, url + "?pgbouncer=transaction", it -> it.size = 3);
    }

    private static final String STATES = """
        set statement_timeout = 1234                | show statement_timeout
        set search_path = pg_catalog                | show search_path
        select set_config('a.b', 'left', false)     | select coalesce(current_setting('a.b', true), '')
        set default_transaction_read_only = on      | show default_transaction_read_only
        set role pg_monitor                         | select current_user
        set timezone = 'Asia/Tokyo'                 | show timezone
        create temp table left_over (id int)        | select count(*) from pg_class where relname = 'left_over'
        select pg_advisory_lock(42)                 | select count(*) from pg_locks where locktype = 'advisory'
        prepare p as select 1                       | select count(*) from pg_prepared_statements where name = 'p'
        listen news                                 | select count(*) from pg_listening_channels()
        declare c cursor with hold for select 1     | select count(*) from pg_cursors where name = 'c'
        """;

    private static void run(Bench bench, String statement) {
        if (statement.startsWith("select")) {
            bench.sql(statement).list(String.class);
        } else {
            bench.sql(statement).update();
        }
    }

    private static String ask(Bench bench, String question) {
        return bench.<String, RuntimeException>work(() -> bench.sql(question).one(String.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = STATES)
    void what_a_work_leaves_in_a_session_does_not_reach_the_next(String statement, String question) {
        try (var bench = bench()) {
            var before = ask(bench, question);

            bench.work(() -> run(bench, statement));
            assertThat(ask(bench, question)).as("after a statement").isEqualTo(before);

            bench.work(() -> bench.database.atomic(() -> run(bench, statement)));
            assertThat(ask(bench, question)).as("after a commit").isEqualTo(before);

            bench.work(() -> assertThatThrownBy(() -> bench.database.atomic(() -> {
                        run(bench, statement);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no"));
            assertThat(ask(bench, question)).as("after a rollback").isEqualTo(before);

            bench.work(() -> assertThatThrownBy(() -> bench.database.atomic(() -> {
                        run(bench, statement);
                        bench.sql("select nothing").list(String.class);
                    }))
                    .isInstanceOf(InvalidSql.class));
            assertThat(ask(bench, question)).as("after a failed statement").isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = STATES)
    void nor_does_what_was_left_within_savepoints(String statement, String question) {
        try (var bench = bench()) {
            var before = ask(bench, question);

            bench.work(() -> assertThatThrownBy(() -> bench.database.atomic(() -> {
                        bench.database.atomic(() -> run(bench, statement));
                        bench.sql("select nothing").list(String.class);
                    }))
                    .isInstanceOf(InvalidSql.class));
            assertThat(ask(bench, question))
                    .as("after a savepoint that went well")
                    .isEqualTo(before);

            bench.work(() -> bench.database.atomic(() -> {
                try {
                    bench.database.atomic(() -> {
                        run(bench, statement);
                        throw new IllegalStateException("no");
                    });
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessage("no");
                }
            }));
            assertThat(ask(bench, question)).as("after one that did not").isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = STATES)
    void what_a_library_would_leave_is_refused_outside_of_a_block(String statement, String question)
            throws SQLException {
        try (var bench = bench()) {
            var before = ask(bench, question);

            bench.work(() -> {
                try (var connection = bench.database.dataSource().getConnection();
                        var it = connection.createStatement()) {
                    assertThatThrownBy(() -> it.execute(statement))
                            .isInstanceOf(SQLException.class)
                            .hasMessageStartingWith("behind a pooler that gives each transaction another session")
                            .hasMessageContaining("Run it within atomic");
                }
                bench.database.atomic(() -> {
                    try (var connection = bench.database.dataSource().getConnection();
                            var it = connection.createStatement()) {
                        it.execute(statement);
                    }
                });
            });

            assertThat(ask(bench, question)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"begin", "commit", "rollback", "'set a.b = 1; commit'", "'/* now */ end'", "prepare transaction ''x''"})
    void transactions_are_not_steered_by_hand(String statement) {
        try (var bench = bench()) {
            bench.work(() -> assertThatThrownBy(() -> bench.sql(statement).update())
                    .isInstanceOf(InvalidSql.class)
                    .hasMessageContaining("Use atomic, which begins and ends transactions."));
        }
    }

    @Test
    void everything_else_works_as_without_it() {
        try (var bench = bench()) {
            bench.work(() -> {
                bench.sql("create table item (id int primary key, name text)").update();
                List<List<Object>> rows = new ArrayList<>();
                for (int i = 0; i < 1500; i++) {
                    rows.add(List.of(i, "item " + i));
                }
                bench.sql("insert into item values (?, ?)").batch(rows);
                for (int i = 0; i < 20; i++) {
                    assertThat(bench.sql("select name from item where id = ?", i)
                                    .one(String.class))
                            .isEqualTo("item " + i);
                }
                var seen = new ArrayList<Long>();
                bench.sql("select id from item order by id").forEach(Long.class, seen::add);
                assertThat(seen).hasSize(1500);
                assertThatThrownBy(() -> bench.database.atomic(() -> bench.sql("insert into item values (1, 'again')")
                                .update()))
                        .isInstanceOf(ConstraintViolated.class);
                assertThatThrownBy(() -> bench.database.atomic(
                                Atomic.standard().asReadOnly(),
                                () -> bench.sql("delete from item").update()))
                        .isInstanceOf(DatabaseException.class);
            });
        }
    }
}
