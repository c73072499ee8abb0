package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.connection.Work;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import nuages.data.error.RejectedValue;
import nuages.data.model.accounts.Account;
import nuages.data.model.accounts.Account_;
import nuages.data.model.polls.Choice;
import nuages.data.model.polls.Question;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a table does not take is told in the words of the model, alike on every database. */
class RefusalTests {
    private static void on(Kind kind, Consumer<Site> test) {
        Site.run(kind, ModelSettings.standard(), test, Account.class);
    }

    private static Account account(Consumer<Account> fields) {
        var account = new Account();
        account.email = "a@site.org";
        account.number = 1;
        fields.accept(account);
        return account;
    }

    private static void assertRejected(Site site, Consumer<Account> fields, String message) {
        var account = account(fields);
        assertThatThrownBy(account::save).isInstanceOf(RejectedValue.class).hasMessageStartingWith(message);
        assertThatThrownBy(() -> Account.objects.bulkCreate(List.of(account(it -> it.number = 2), account)))
                .isInstanceOf(RejectedValue.class)
                .hasMessageStartingWith(message);
        assertThat(site.count("select count(*) from accounts_account")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void values_that_do_not_fit_name_their_field(Kind kind) {
        on(kind, site -> {
            assertRejected(
                    site,
                    it -> it.bank = "x".repeat(21),
                    "Account.bank is a text of 21 characters, and its column takes 20: nothing was saved.");
            assertRejected(
                    site,
                    it -> it.balance = new BigDecimal("1000000"),
                    "Account.balance is a number with more than 6 digits before the point");
            var emoji = account(it -> it.bank = "\uD83D\uDE00".repeat(20));
            emoji.save();
            emoji.refresh();
            assertThat(emoji.bank).isEqualTo("\uD83D\uDE00".repeat(20));
        });
    }

    @SuppressWarnings("NullAway") // it is what is tested
    @ParameterizedTest
    @EnumSource
    void a_null_where_none_may_be_names_its_field(Kind kind) {
        on(kind, site -> {
            assertRejected(site, it -> it.bank = null, "Account.bank is null, and column \"bank\" takes no NULL");
            account(_ -> {}).save();
            assertThatThrownBy(() -> Account.objects.update(Account_.bank.to((String) null)))
                    .isInstanceOfSatisfying(
                            ConstraintViolated.class,
                            e -> assertThat(e.fields()).containsExactly("bank"))
                    .hasMessageStartingWith("Account.bank: ");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_change_of_many_rows_that_does_not_fit_names_its_field(Kind kind) {
        on(kind, site -> {
            account(_ -> {}).save();

            assertThatThrownBy(() -> Account.objects.update(Account_.bank.to("x".repeat(21))))
                    .isInstanceOf(RejectedValue.class)
                    .hasMessageStartingWith("Account.bank is a text of 21 characters");
            assertThatThrownBy(() -> Account.objects.update(Account_.number.to(-1)))
                    .isInstanceOfSatisfying(
                            ConstraintViolated.class,
                            e -> assertThat(e.fields()).contains("number"));
            assertThat(site.texts("select bank from accounts_account")).containsExactly("nuages");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_number_that_becomes_too_big_is_no_wrong_number(Kind kind) {
        on(kind, site -> {
            account(it -> it.number = 2_000_000_00).save();

            assertThatThrownBy(() -> {
                        Account.objects.update(Account_.number.to(Account_.number.times(2_000)));
                        Account.objects.one();
                    })
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Account.number");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_number_in_a_row_that_has_more_bits_than_its_field_is_not_cut(Kind kind) {
        on(kind, site -> {
            account(_ -> {}).save();
            switch (kind) {
                case POSTGRESQL ->
                    site.database
                            .sql("alter table accounts_account alter column version type bigint")
                            .update();
                case MARIADB ->
                    site.database
                            .sql("alter table accounts_account modify version bigint not null")
                            .update();
                case SQLITE -> {} // a column takes what comes
            }
            site.database
                    .sql("update accounts_account set version = 4294967297")
                    .update();

            assertThatThrownBy(Account.objects::list)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith(
                            "Account.version cannot be read from column \"version\" of table \"accounts_account\": ");
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_constant_in_a_row_names_its_field(Kind kind) {
        on(kind, site -> {
            account(_ -> {}).save();
            site.database.sql("update accounts_account set kind = 'CHURCH'").update();

            assertThatThrownBy(Account.objects::list)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("""
                        Account.kind cannot be read from column "kind" of table "accounts_account": none of its \
                        constants has that name, only COMPANY, PRIVATE
                        correct the row, or the type of the field.\
                        """);
        });
    }

    @ParameterizedTest
    @EnumSource
    void text_with_nul_is_kept_or_refused(Kind kind) {
        on(kind, site -> {
            var account = account(it -> it.bank = "a\0b");
            if (kind == Kind.POSTGRESQL) {
                assertThatThrownBy(account::save)
                        .isInstanceOf(RejectedValue.class)
                        .hasMessageStartingWith("Account.bank holds the character NUL");
            } else {
                account.save();
                account.refresh();
                assertThat(account.bank).isEqualTo("a\0b");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_to_nothing_names_its_field(Kind kind) {
        Site.run(
                kind,
                () -> {
                    var choice = new Choice();
                    choice.text = "Tea";
                    choice.question = Ref.to(Question.class, 42);

                    assertThatThrownBy(choice::save)
                            .isInstanceOfSatisfying(ConstraintViolated.class, e -> {
                                assertThat(e.kind()).isEqualTo(ConstraintViolated.Kind.FOREIGN_KEY);
                                assertThat(e.fields()).containsExactly("question");
                            })
                            .hasMessageStartingWith("Choice.question: a row breaks the foreign key");
                    assertThat(Choice.objects.count()).isZero();
                    assertThat(choice.isNew()).isTrue();
                    assertThatThrownBy(() -> Work.atomic(() -> {
                                var other = new Choice();
                                other.text = "Coffee";
                                other.question = Ref.to(Question.class, 43);
                                other.save();
                            }))
                            .isInstanceOf(ConstraintViolated.class)
                            .message()
                            .containsAnyOf("Choice.question: ", "polls_choice.question_id: ");
                    assertThat(Choice.objects.count()).isZero();
                },
                Question.class,
                Choice.class);
    }
}
