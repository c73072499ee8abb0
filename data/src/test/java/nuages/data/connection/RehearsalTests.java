package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nuages.data.error.ConstraintViolated;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RehearsalTests {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @SuppressWarnings("NullAway.Init")
    private Rehearsal rehearsal;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeEach
    void open() {
        rehearsal = Rehearsal.open("default", kind.newDatabase(), PoolSettings.standard());
        database = rehearsal.database();
        work(() -> {
            database.sql("create table tea (id integer primary key, name varchar(20) not null unique)")
                    .update();
            database.sql("create table cup (id integer primary key, tea_id integer not null"
                            + (kind == Kind.MARIADB
                                    ? ", foreign key (tea_id) references tea (id))"
                                    : " references tea (id) deferrable initially deferred)"))
                    .update();
        });
        insert(1, "green");
    }

    @AfterEach
    void close() {
        assertThat(database.snapshot().leased()).isZero();
        database.shutdown(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_stays_of_what_was_done(Way way) {
        rehearsal.begin();
        way.insert(this);
        assertThat(teas()).containsExactly("green", "black");

        rehearsal.undo();

        assertThat(teas()).containsExactly("green");
    }

    /** How code may write. */
    enum Way {
        ALONE {
            @Override
            void insert(RehearsalTests test) {
                test.insert(2, "black");
            }
        },
        IN_A_TRANSACTION {
            @Override
            void insert(RehearsalTests test) {
                test.work(() -> test.database.atomic(() -> test.insertWithin(2, "black")));
            }
        },
        IN_A_SAVEPOINT {
            @Override
            void insert(RehearsalTests test) {
                test.work(() -> test.database.atomic(() -> test.database.atomic(() -> test.insertWithin(2, "black"))));
            }
        },
        BY_A_LIBRARY {
            @Override
            void insert(RehearsalTests test) {
                test.work(() -> {
                    try (var connection = test.database.dataSource().getConnection();
                            var statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.executeUpdate("insert into tea values (2, 'black')");
                        connection.commit();
                        connection.setAutoCommit(true);
                    } catch (SQLException failure) {
                        throw new AssertionError(failure);
                    }
                });
            }
        };

        abstract void insert(RehearsalTests test);
    }

    @Test
    void what_is_done_outside_of_it_stays() {
        rehearsal.begin();
        rehearsal.undo();

        insert(2, "black");

        rehearsal.begin();
        rehearsal.undo();
        assertThat(teas()).containsExactly("green", "black");
    }

    @Test
    void one_within_another_is_undone_alone() {
        rehearsal.begin();
        insert(2, "black");
        rehearsal.begin();
        insert(3, "white");

        rehearsal.undo();
        assertThat(teas()).containsExactly("green", "black");

        rehearsal.undo();
        assertThat(teas()).containsExactly("green");
    }

    @Test
    void callbacks_run_when_code_commits() {
        var told = new ArrayList<String>();
        rehearsal.begin();

        work(() -> database.atomic(() -> {
            database.onCommit(() -> told.addAll(teas()));
            insertWithin(2, "black");
        }));

        assertThat(told).containsExactly("green", "black");
        rehearsal.undo();
    }

    @Test
    void what_code_rolls_back_is_gone_and_what_it_did_before_is_not() {
        rehearsal.begin();
        insert(2, "black");

        assertThatThrownBy(() -> work(() -> database.atomic(() -> {
                    insertWithin(3, "white");
                    throw new IllegalStateException("no");
                })))
                .hasMessage("no");

        assertThat(teas()).containsExactly("green", "black");
        rehearsal.undo();
    }

    @Test
    void a_statement_that_fails_alone_spoils_nothing() {
        rehearsal.begin();
        insert(2, "black");

        assertThatExceptionOfType(ConstraintViolated.class).isThrownBy(() -> insert(3, "black"));

        insert(4, "white");
        assertThat(teas()).containsExactly("green", "black", "white");
        rehearsal.undo();
    }

    @Test
    void deferred_constraints_are_checked_where_code_commits() {
        rehearsal.begin();

        assertThatExceptionOfType(ConstraintViolated.class)
                .isThrownBy(() -> work(() -> database.atomic(
                        () -> database.sql("insert into cup values (1, 7)").update())));
        work(() -> {
            if (kind == Kind.MARIADB) {
                database.atomic(() -> {
                    insertWithin(7, "black");
                    database.sql("insert into cup values (1, 7)").update();
                });
            } else {
                database.atomic(() -> {
                    database.sql("insert into cup values (1, 7)").update();
                    insertWithin(7, "black");
                });
            }
        });

        assertThatExceptionOfType(ConstraintViolated.class)
                .isThrownBy(() ->
                        work(() -> database.sql("insert into cup values (2, 8)").update()));
        assertThat(work(() -> database.sql("select count(*) from cup").one(Long.class)))
                .isEqualTo(1);
        rehearsal.undo();
    }

    @Test
    void rows_that_a_change_returns_are_read() {
        rehearsal.begin();

        var name = work(() -> database.sql("insert into tea values (2, 'black') returning name")
                .changed(rows -> rows.next() ? rows.getString(1) : "none"));

        assertThat(name).isEqualTo("black");
        assertThat(teas()).containsExactly("green", "black");
        rehearsal.undo();
        assertThat(teas()).containsExactly("green");
    }

    @Test
    void what_the_session_was_told_does_not_cost_the_connection() {
        Assumptions.assumeTrue(kind != Kind.SQLITE, "SQLite has no session");
        rehearsal.begin();
        insert(2, "black");

        work(() -> database.sql(kind == Kind.MARIADB ? "set @a = 1" : "set work_mem = '8MB'")
                .update());

        assertThat(teas()).containsExactly("green", "black");
        rehearsal.undo();
    }

    @Test
    void a_stream_is_read_and_what_is_written_meanwhile_is_seen() {
        rehearsal.begin();
        insert(2, "black");
        var seen = new ArrayList<String>();

        work(() -> database.sql("select name from tea order by id").forEach(String.class, name -> {
            seen.add(name);
            database.sql("update tea set name = ? where name = ?", name + "!", name)
                    .update();
        }));

        assertThat(seen).containsExactly("green", "black");
        assertThat(teas()).containsExactly("green!", "black!");
        rehearsal.undo();
    }

    @Test
    void a_work_within_a_transaction_of_another_is_told_that_it_waits_in_vain() {
        rehearsal.begin();

        assertThatThrownBy(() -> work(() -> database.atomic(() -> teas())))
                .hasMessageStartingWith("test would wait for ever: the only connection");

        rehearsal.undo();
    }

    private List<String> teas() {
        return work(() -> database.sql("select name from tea order by id").list(String.class));
    }

    private void insert(int id, String name) {
        work(() -> insertWithin(id, name));
    }

    private void insertWithin(int id, String name) {
        database.sql("insert into tea values (?, ?)", id, name).update();
    }

    private <R, X extends Exception> R work(Block<R, X> block) throws X {
        return Work.of("test", Databases.of(database)).run(block);
    }

    private <X extends Exception> void work(Action<X> block) throws X {
        Work.of("test", Databases.of(database)).run(block);
    }
}
