package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import nuages.data.connection.Work;
import nuages.data.error.LockTimeout;
import nuages.data.model.QuerySet.Locking;
import nuages.data.model.accounts.Account;
import nuages.data.model.accounts.Account_;
import nuages.data.model.polls.Choice;
import nuages.data.model.polls.Choice_;
import nuages.data.model.polls.Question;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that nobody else changes until the transaction ends. */
class LockTests {
    @ParameterizedTest
    @EnumSource
    void a_lock_outside_of_a_transaction_is_refused(Kind kind) {
        Site.run(
                kind,
                () -> {
                    assertThatThrownBy(() -> Account.objects.lock().list())
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage(
                                    "rows of \"accounts_account\" were to be locked outside of a transaction, so that"
                                        + " the lock would end with the query.\n"
                                        + "do it within Work.atomic(() -> …), together with what the rows are locked"
                                        + " for.");
                    assertThat(Account.objects.lock().toString()).startsWith("select");
                },
                Account.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void nobody_waits_who_does_not_want_to(Kind kind) throws Exception {
        try (var site = new Site(kind, ModelSettings.standard(), Account.class)) {
            Work.of("test", site.databases).run(() -> {
                for (int i = 1; i <= 2; i++) {
                    int number = i;
                    Account.objects.create(it -> {
                        it.number = number;
                        it.email = number + "@site.org";
                    });
                }
                var locked = new CountDownLatch(1);
                var looked = new CountDownLatch(1);
                var holder = Work.current()
                        .fork(() -> Work.atomic(() -> {
                            var row = Account.objects
                                    .filter(Account_.number.is(1))
                                    .lock(Locking.NO_KEY)
                                    .one();
                            locked.countDown();
                            looked.await();
                            return row;
                        }));
                locked.await();
                List<Account> free = Work.atomic(
                        () -> Account.objects.lock(Locking.SKIP_LOCKED).list());
                assertThat(free).extracting(it -> it.number).containsExactly(2);
                assertThatThrownBy(() -> Work.atomic(
                                () -> Account.objects.lock(Locking.NO_WAIT).list()))
                        .isInstanceOf(LockTimeout.class);
                looked.countDown();
                holder.get();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_locked_with_those_they_refer_to(Kind kind) {
        Site.run(
                kind,
                () -> {
                    var question = Question.objects.create(it -> it.text = "Tea?");
                    question.choices().create(it -> it.text = "Yes");
                    Work.atomic(() -> {
                        var set = Choice.objects.with(Choice_.question);
                        assertThat(set.lock().one().question.get()).isEqualTo(question);
                        assertThat(set.lock(Locking.NO_KEY)
                                        .lockAlso(Choice_.question)
                                        .one()
                                        .question
                                        .get())
                                .isEqualTo(question);
                    });
                    assertThatThrownBy(() -> Choice.objects.lock(Locking.NO_WAIT, Locking.SKIP_LOCKED))
                            .isInstanceOf(IllegalArgumentException.class);
                },
                Question.class,
                Choice.class);
    }
}
