package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nuages.data.dialect.Isolation;
import nuages.data.error.EscapedScope;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionTests {
    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, _ -> {});
        bench.work(() -> {
            bench.sql("create table item (id integer primary key, name varchar(50))")
                    .update();
        });
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void a_block_that_returns_is_committed(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                long changed = bench.database.atomic(() ->
                        bench.sql("insert into item values (?, ?)", 1, "tea").update());

                assertThat(changed).isEqualTo(1);
            });

            assertThat(bench.count("select count(*) from item")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_block_that_throws_is_rolled_back(Kind kind) {
        try (var bench = bench(kind)) {
            assertThatThrownBy(() -> bench.work(() -> bench.database.atomic(() -> {
                        bench.sql("insert into item values (1, 'tea')").update();
                        throw new IllegalStateException("no");
                    })))
                    .hasMessage("no");

            assertThat(bench.count("select count(*) from item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_inner_block_that_throws_takes_only_its_own_back(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> bench.database.atomic(() -> {
                bench.sql("insert into item values (1, 'tea')").update();
                assertThatThrownBy(() -> bench.database.atomic(() -> {
                            bench.sql("insert into item values (2, 'coffee')").update();
                            bench.sql("insert into item values (1, 'again')").update();
                        }))
                        .isInstanceOf(nuages.data.error.ConstraintViolated.class);
                bench.sql("insert into item values (3, 'milk')").update();
            }));

            bench.work(() -> assertThat(
                            bench.sql("select id from item order by id").list(Long.class))
                    .containsExactly(1L, 3L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void callbacks_run_after_the_commit_and_are_dropped_with_their_savepoint(Kind kind) {
        try (var bench = bench(kind)) {
            List<String> ran = new ArrayList<>();
            bench.work(() -> {
                bench.database.atomic(() -> {
                    bench.database.onCommit(() ->
                            ran.add("outer, leases " + bench.database.snapshot().leased()));
                    try {
                        bench.database.atomic(() -> {
                            bench.database.onCommit(() -> ran.add("dropped"));
                            throw new IllegalStateException("no");
                        });
                    } catch (IllegalStateException _) {
                        ran.add("undone");
                    }
                });
            });

            assertThat(ran).containsExactly("undone", "outer, leases 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_durable_block_refuses_to_nest(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> bench.database.atomic(() -> {
                assertThatThrownBy(() -> bench.database.atomic(Atomic.standard().asDurable(), () -> 1))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("asDurable");
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_read_only_block_refuses_to_write(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> assertThatThrownBy(() -> bench.database.atomic(
                            Atomic.standard().asReadOnly().isolated(Isolation.SERIALIZABLE),
                            () -> bench.sql("insert into item values (1, 'tea')")
                                    .update()))
                    .isInstanceOf(nuages.data.error.DatabaseException.class));

            assertThat(bench.count("select count(*) from item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_inherits_a_transaction_is_told_off(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            bench.work(() -> bench.database.atomic(() -> {
                var binding = Transaction.CURRENT.get();
                var failure = new ArrayList<Throwable>();
                var strand = Work.strand();
                var thread = Thread.ofVirtual().unstarted(() -> {
                    try {
                        ScopedValue.where(Transaction.CURRENT, binding)
                                .run(() -> strand.work.asInherited(
                                        strand, () -> bench.sql("select 1").list(Long.class)));
                    } catch (RuntimeException e) {
                        failure.add(e);
                    }
                });
                thread.start();
                thread.join(Duration.ofSeconds(5));

                assertThat(failure).singleElement().isInstanceOf(EscapedScope.class);
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fork_has_a_connection_of_its_own(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            bench.work(() -> bench.database.atomic(Atomic.standard().asReadOnly(), () -> {
                bench.sql("select count(*) from item").one(Long.class);
                var fork = Work.current()
                        .fork(() -> bench.sql("select count(*) from item").one(Long.class));

                assertThat(fork.get()).isZero();
                return true;
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_are_streamed_in_portions(Kind kind) {
        try (var bench = bench(kind)) {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < 2345; i++) {
                rows.add(List.of(i, "item " + i));
            }
            bench.work(() -> {
                assertThat(bench.sql("insert into item values (?, ?)").batch(rows))
                        .hasSize(2345);
                var seen = new ArrayList<Long>();
                bench.sql("select id from item order by id").forEach(Long.class, seen::add);

                assertThat(seen).hasSize(2345).startsWith(0L, 1L).endsWith(2344L);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_whose_reader_throws_leaves_nothing_behind(Kind kind) {
        try (var bench = bench(kind)) {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                rows.add(List.of(i, "item " + i));
            }
            bench.work(() -> {
                bench.sql("insert into item values (?, ?)").batch(rows);
                assertThatThrownBy(() -> bench.sql("select id from item order by id")
                                .forEach(Long.class, it -> {
                                    if (it == 700) {
                                        throw new IllegalStateException("enough");
                                    }
                                }))
                        .hasMessage("enough");
                assertThat(bench.sql("select count(*) from item").one(Long.class))
                        .isEqualTo(5000);
            });
        }
    }
}
