package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuages.data.connection.Work;
import nuages.data.error.ConstraintViolated;
import nuages.data.model.accounts.Account;
import nuages.data.model.accounts.Account_;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Note;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are made one by one or many at once. */
class CreationTests {
    private static void on(Kind kind, Consumer<Site> test) {
        Site.run(kind, ModelSettings.standard(), test, Account.class);
    }

    private static Account account(int number) {
        var account = new Account();
        account.email = number + "@site.org";
        account.number = number;
        return account;
    }

    private static List<Account> accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(CreationTests::account).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_got_or_created(Kind kind) {
        on(kind, _ -> {
            Consumer<Account> fields = it -> {
                it.email = "a@site.org";
                it.number = 1;
            };

            var first = Account.objects.getOrCreate(fields, Account_.email);
            var second = Account.objects.getOrCreate(fields, Account_.email);

            assertThat(first.created()).isTrue();
            assertThat(second.created()).isFalse();
            assertThat(second.row()).isEqualTo(first.row()).isNotSameAs(first.row());
            assertThatThrownBy(() -> Account.objects.getOrCreate(
                            it -> {
                                it.email = "b@site.org";
                                it.number = 1;
                            },
                            Account_.email))
                    .isInstanceOf(ConstraintViolated.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_updated_or_created(Kind kind) {
        on(kind, _ -> {
            for (int i = 1; i <= 3; i++) {
                var outcome = Account.objects.updateOrCreate(
                        it -> {
                            it.email = "a@site.org";
                            it.number++;
                        },
                        Account_.email);
                assertThat(outcome.row().number).isEqualTo(i);
                assertThat(outcome.created()).isEqualTo(i == 1);
            }
            assertThat(Account.objects.one().number).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void of_many_threads_one_creates_the_row_and_all_get_it(Kind kind) throws Exception {
        try (var site = new Site(kind, ModelSettings.standard(), Account.class)) {
            var together = new CyclicBarrier(6);
            Work.of("test", site.databases).run(() -> {
                var got = new ArrayList<Future<QuerySet.Outcome<Account>>>();
                for (int i = 0; i < 6; i++) {
                    got.add(Work.current().fork(() -> {
                        together.await();
                        return Account.objects.getOrCreate(it -> it.email = "a@site.org", Account_.email);
                    }));
                }
                int created = 0;
                for (var each : got) {
                    created += each.get().created() ? 1 : 0;
                    assertThat(each.get().row().id).isPositive();
                }
                assertThat(created).isOne();
                assertThat(Account.objects.count()).isOne();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_threads_update_or_create_and_no_change_is_lost(Kind kind) throws Exception {
        try (var site = new Site(kind, ModelSettings.standard(), Account.class)) {
            Work.of("test", site.databases).run(() -> {
                var got = new ArrayList<Future<?>>();
                for (int i = 0; i < 6; i++) {
                    got.add(Work.current()
                            .fork(() -> Account.objects.updateOrCreate(
                                    it -> {
                                        it.email = "a@site.org";
                                        it.number++;
                                    },
                                    Account_.email)));
                }
                for (var each : got) {
                    each.get();
                }
                assertThat(Account.objects.one().number).isEqualTo(6);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_get_what_the_database_gives_them(Kind kind) {
        on(kind, _ -> {
            var rows = accounts(0, 2345);
            rows.get(7).state = "closed";
            rows.get(9).id = 100_000;
            Account.objects.bulkCreate(rows);

            assertThat(Account.objects.count()).isEqualTo(2345);
            assertThat(rows).extracting(it -> it.id).doesNotHaveDuplicates().doesNotContain(0L);
            assertThat(rows).allMatch(it -> it.digits == it.number * 10);
            assertThat(rows.get(7).state).isEqualTo("closed");
            assertThat(rows.get(8).state).isEqualTo("open");
            for (int i : new int[] {0, 7, 9, 1000, 2344}) {
                assertThat(Account.objects.get(rows.get(i).id).number).isEqualTo(i);
            }
            rows.get(5).email = "five@site.org";
            rows.get(5).save();
            assertThat(rows.get(5).version).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_may_be_of_any_size(Kind kind) {
        Site.run(
                kind,
                () -> {
                    var folder = Folder.objects.create(it -> it.name = "all");
                    int[] sizes = {10, 100_000, 3_000_000, 0};
                    var notes = IntStream.range(0, 300)
                            .mapToObj(i -> note(folder, "x".repeat(i < 200 ? 5 : sizes[i % 50 < 3 ? i % 50 : 3])))
                            .toList();

                    Note.objects.bulkCreate(notes);

                    for (var note : notes) {
                        assertThat(Note.objects.get(note.id).body).isEqualTo(note.body);
                    }
                },
                Folder.class,
                Note.class);
    }

    private static Note note(Folder folder, String body) {
        var note = new Note();
        note.folder = Ref.to(folder);
        note.body = body;
        return note;
    }

    @ParameterizedTest
    @EnumSource
    void of_many_rows_none_is_created_if_one_breaks_a_constraint(Kind kind) {
        on(kind, _ -> {
            var rows = new ArrayList<>(accounts(0, 1500));
            rows.add(account(3));

            assertThatThrownBy(() -> Account.objects.bulkCreate(rows))
                    .isInstanceOf(ConstraintViolated.class)
                    .hasMessageStartingWith("Account.");
            assertThat(Account.objects.count()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_there_are_ignored(Kind kind) {
        on(kind, _ -> {
            Account.objects.bulkCreate(accounts(0, 10));

            Account.objects.bulkCreateOrIgnore(accounts(5, 15));

            assertThat(Account.objects.count()).isEqualTo(15);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_there_are_updated(Kind kind) {
        on(kind, _ -> {
            var before = accounts(0, 3);
            Account.objects.bulkCreate(before);
            var rows = accounts(1, 5);
            rows.forEach(it -> {
                it.balance = BigDecimal.TEN;
                it.bank = "other";
            });

            Account.objects.bulkCreateOrUpdate(rows, List.of(Account_.email), List.of(Account_.balance));

            assertThat(Account.objects.count()).isEqualTo(5);
            assertThat(rows.getFirst().id).isEqualTo(before.get(1).id);
            var changed = Account.objects.get(before.get(1).id);
            assertThat(changed.balance).isEqualByComparingTo("10");
            assertThat(changed.bank).isEqualTo("nuages");
            Account.objects.bulkCreateOrUpdate(accounts(4, 5), Account_.email);
            assertThat(Account.objects.filter(Account_.number.is(4)).one().bank).isEqualTo("nuages");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_equal_in_something_else_are_not_overwritten(Kind kind) {
        on(kind, _ -> {
            Account.objects.bulkCreate(accounts(0, 3));
            var clash = account(1);
            clash.email = "new@site.org";
            clash.balance = BigDecimal.TEN;
            var rows = List.of(account(7), clash);

            assertThatThrownBy(() -> Account.objects.bulkCreateOrUpdate(rows, Account_.email))
                    .isInstanceOfSatisfying(
                            ConstraintViolated.class,
                            e -> assertThat(e.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE));

            assertThat(Account.objects.orderBy(Account_.id.asc()).values(Account_.email))
                    .containsExactly("0@site.org", "1@site.org", "2@site.org");
            assertThat(Account.objects
                            .filter(Account_.balance.is(BigDecimal.TEN))
                            .exists())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_the_database_gives_a_changed_row_comes_back(Kind kind) {
        on(kind, _ -> {
            Account.objects.bulkCreate(accounts(0, 2));
            var again = account(1);
            again.number = 12;
            var fresh = account(5);

            Account.objects.bulkCreateOrUpdate(List.of(again, fresh), Account_.email);

            for (var each : List.of(again, fresh)) {
                var kept = Account.objects.get(each.id);
                assertThat(kept.digits).isEqualTo(each.digits).isEqualTo(each.number * 10);
                assertThat(kept.version).isEqualTo(each.version);
                assertThat(kept.state).isEqualTo(each.state).isEqualTo("open");
            }
            assertThat(Account.objects.count()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void changing_a_row_that_is_there_counts_its_version_up(Kind kind) {
        on(kind, _ -> {
            Account.objects.bulkCreate(accounts(0, 2));
            var stale = Account.objects.filter(Account_.number.is(1)).one();
            var rows = accounts(1, 3);

            Account.objects.bulkCreateOrUpdate(rows, Account_.email);

            assertThat(rows).extracting(it -> it.version).containsExactly(2, 1);
            assertThat(Account.objects.orderBy(Account_.number.asc()).values(Account_.version))
                    .containsExactly(1, 2, 1);
            rows.forEach(Account::save);
            assertThatThrownBy(stale::save).isInstanceOf(StaleRow.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_are_updated_each_with_its_own_values(Kind kind) {
        on(kind, site -> {
            var rows = accounts(0, 1200);
            Account.objects.bulkCreate(rows);
            rows.forEach(it -> it.balance = BigDecimal.valueOf(it.number));
            rows.getFirst().bank = "not written";

            Account.objects.bulkUpdate(rows, Account_.balance);

            assertThat(site.count("select count(*) from accounts_account where balance = number and version = 2"))
                    .isEqualTo(1200);
            assertThat(site.count("select count(*) from accounts_account where bank = 'nuages'"))
                    .isEqualTo(1200);
            rows.get(4).save();
            var stale = Account.objects.get(rows.get(8).id);
            stale.save();
            rows.forEach(it -> it.balance = BigDecimal.ONE);
            assertThatThrownBy(() -> Account.objects.bulkUpdate(rows, Account_.balance))
                    .isInstanceOf(StaleRow.class)
                    .hasMessageContaining("Account " + stale.id + " was not saved");
            assertThat(site.count("select count(*) from accounts_account where balance = 1"))
                    .isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void some_rows_in_an_order_are_updated_and_deleted(Kind kind) {
        on(kind, _ -> {
            Account.objects.bulkCreate(accounts(0, 10));

            long updated = Account.objects
                    .filter(Account_.number.gt(2))
                    .orderBy(Account_.number.desc())
                    .limit(3)
                    .update(Account_.bank.to("first"), Account_.number.to(Account_.number.plus(100)));

            assertThat(updated).isEqualTo(3);
            assertThat(Account.objects.filter(Account_.bank.is("first")).list())
                    .extracting(it -> it.number)
                    .containsExactlyInAnyOrder(107, 108, 109);
            assertThat(Account.objects
                            .orderBy(Account_.number.asc())
                            .offset(1)
                            .limit(2)
                            .delete()
                            .total())
                    .isEqualTo(2);
            assertThat(Account.objects.orderBy(Account_.number.asc()).list())
                    .extracting(it -> it.number)
                    .startsWith(0, 3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_found_by_another_unique_field(Kind kind) {
        on(kind, _ -> {
            var rows = accounts(0, 10);
            Account.objects.bulkCreate(rows);
            var emails = Stream.concat(rows.stream().map(it -> it.email), Stream.of("nobody@site.org"))
                    .toList();

            var found = Account.objects.inBulk(Account_.email, emails);

            assertThat(found).hasSize(10).containsEntry("7@site.org", rows.get(7));
            assertThat(Account.objects.filter(Account_.number.lt(5)).contains(rows.get(4)))
                    .isTrue();
            assertThat(Account.objects.filter(Account_.number.lt(5)).contains(rows.get(5)))
                    .isFalse();
            assertThat(Account.objects.contains(account(3))).isFalse();
        });
    }
}
