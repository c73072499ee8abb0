package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuages.data.dialect.Isolation;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import nuages.data.error.InvalidSql;
import nuages.data.error.LockTimeout;
import nuages.data.error.MultipleRows;
import nuages.data.error.RowNotFound;
import nuages.data.error.SerializationFailure;
import nuages.data.error.StatementTimeout;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTests {
    record Item(long id, String name, @Nullable Integer price) {}

    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, _ -> {});
        bench.work(() -> {
            bench.sql("create table item (id integer primary key, name varchar(50) not null, price integer, "
                            + "constraint price_positive check (price > 0))")
                    .update();
            bench.sql("insert into item values (1, 'tea', 3), (2, 'milk', null)")
                    .update();
        });
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void rows_become_records_and_null_stays_null(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                assertThat(bench.sql("select * from item order by id").list(Item.class))
                        .containsExactly(new Item(1, "tea", 3), new Item(2, "milk", null));
                var seen = new ArrayList<Item>();
                bench.sql("select * from item where id = ?", 2).forEach(Item.class, seen::add);
                assertThat(seen).containsExactly(new Item(2, "milk", null));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_row_is_neither_none_nor_two(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                var sql = "select name from item where id >= ?";
                assertThat(bench.sql(sql, 2).one(String.class)).isEqualTo("milk");
                assertThat(bench.sql(sql, 3).optional(String.class)).isEmpty();
                assertThatThrownBy(() -> bench.sql(sql, 3).one(String.class)).isInstanceOf(RowNotFound.class);
                assertThatThrownBy(() -> bench.sql(sql, 1).one(String.class)).isInstanceOf(MultipleRows.class);
                assertThatThrownBy(() -> bench.sql(sql, 1).optional(String.class))
                        .isInstanceOf(MultipleRows.class);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void changes_are_counted_and_a_batch_is_all_or_nothing(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                assertThat(bench.sql("update item set price = 5").update()).isEqualTo(2);
                assertThat(bench.sql("insert into item values (?, ?, ?)")
                                .batch(List.of(List.of(3, "a", 1), Arrays.asList(4, "b", null))))
                        .hasSize(2);
                assertThatThrownBy(() -> bench.sql("insert into item values (?, ?, ?)")
                                .batch(List.of(List.of(5, "c", 1), List.of(1, "again", 1))))
                        .isInstanceOf(ConstraintViolated.class);
                assertThat(bench.sql("insert into item values (?, ?, ?)").batch(List.of()))
                        .isEmpty();
                assertThat(bench.sql("select count(*) from item").one(Long.class))
                        .isEqualTo(4);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void failures_are_told_by_their_kind(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                var insert = "insert into item values (?, ?, ?)";
                assertThatThrownBy(() -> bench.sql(insert, 1, "again", 1).update())
                        .isInstanceOfSatisfying(
                                ConstraintViolated.class,
                                it -> assertThat(it.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE));
                assertThatThrownBy(() -> bench.sql("insert into item values (9, null, 1)")
                                .update())
                        .isInstanceOfSatisfying(
                                ConstraintViolated.class,
                                it -> assertThat(it.kind()).isEqualTo(ConstraintViolated.Kind.NOT_NULL));
                assertThatThrownBy(() -> bench.sql(insert, 9, "free", 0).update())
                        .isInstanceOfSatisfying(
                                ConstraintViolated.class,
                                it -> assertThat(it.kind()).isEqualTo(ConstraintViolated.Kind.CHECK));
                assertThatThrownBy(() -> bench.sql("selekt 1").update()).isInstanceOf(InvalidSql.class);
                assertThat(bench.sql("select count(*) from item").one(Long.class))
                        .isEqualTo(2);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void what_two_transactions_cannot_both_have_is_worth_another_try(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> assertThatThrownBy(() ->
                            bench.database.atomic(Atomic.standard().isolated(Isolation.SERIALIZABLE), () -> {
                                bench.sql("select price from item where id = 1").one(Integer.class);
                                Work.current()
                                        .fork(() -> bench.database.atomic(() -> {
                                            shortLockWait(bench, kind);
                                            return bench.sql("update item set price = 7 where id = 1")
                                                    .update();
                                        }))
                                        .get();
                                return bench.sql("update item set price = 8 where id = 1")
                                        .update();
                            }))
                    .satisfies(it -> {
                        var failure = it instanceof DatabaseException database ? database : it.getCause();
                        assertThat(failure).isInstanceOfAny(SerializationFailure.class, LockTimeout.class);
                        assertThat(failure)
                                .extracting(cause -> ((DatabaseException) cause).retryable())
                                .isEqualTo(true);
                    }));
        }
    }

    /** MariaDB locks what a serializable transaction reads, so that the other one waits. */
    private static void shortLockWait(Bench bench, Kind kind) {
        if (kind == Kind.MARIADB) {
            bench.sql("set innodb_lock_wait_timeout = 1").update();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_that_takes_too_long_is_stopped_and_its_connection_kept(Kind kind) {
        try (var bench = new Bench(kind, it -> {
            it.size = 1;
            it.statementTimeout = java.util.Optional.of(java.time.Duration.ofMillis(150));
        })) {
            bench.work(() -> {
                assertThatThrownBy(() -> bench.sql(kind.sleep(10)).list(Long.class))
                        .isInstanceOf(StatementTimeout.class)
                        .hasMessageContaining("ran longer than statementTimeout (150ms) and was cancelled");
                assertThat(bench.sql("select 1").one(Long.class)).isOne();
            });
            assertThat(bench.database.snapshot().idle()).isOne();
        }
    }
}
