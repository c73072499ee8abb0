package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.connection.Work;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.RowNotFound;
import nuages.data.model.accounts.Account;
import nuages.data.model.accounts.Account_;
import nuages.data.model.estate.Title;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The life of an object, from its first save to its deletion. */
class SaveTests {
    private static void on(Kind kind, Consumer<Site> test) {
        Site.run(kind, ModelSettings.standard(), test, Account.class);
    }

    private static Account account(String email, int number) {
        var account = new Account();
        account.email = email;
        account.number = number;
        return account;
    }

    private static Account saved(String email, int number) {
        var account = account(email, number);
        account.save();
        return account;
    }

    @ParameterizedTest
    @EnumSource
    void what_the_database_fills_in_is_there_after_the_save(Kind kind) {
        on(kind, _ -> {
            var account = saved("a@site.org", 7);

            assertThat(account.id).isEqualTo(1);
            assertThat(account.state).isEqualTo("open");
            assertThat(account.digits).isEqualTo(70);
            assertThat(account.version).isOne();
            account.number = 8;
            account.save();
            assertThat(account.digits).isEqualTo(80);
            assertThat(account.version).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_saved_object_equals_a_refreshed_one(Kind kind) {
        on(kind, _ -> {
            var account = account("a@site.org", 7);
            account.seen = Instant.parse("2026-11-22T01:02:03.123456789Z");
            account.balance = new BigDecimal("1.2");
            account.save();

            var read = Account.objects.get(account.id);
            assertThat(account)
                    .usingRecursiveComparison()
                    .ignoringFields("peers", "told")
                    .isEqualTo(read);
            assertThat(account.seen).isEqualTo("2026-11-22T01:02:03.123456Z");
            assertThat(account.balance).isEqualTo(new BigDecimal("1.20"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_time_of_the_first_and_of_each_save_comes_from_the_clock(Kind kind) {
        var now = new Instant[] {Instant.parse("2026-11-22T10:00:00.000001999Z")};
        var settings = ModelSettings.standard().clock(() -> now[0]);
        Site.run(
                kind,
                settings,
                _ -> {
                    var account = saved("a@site.org", 7);
                    now[0] = Instant.parse("2026-11-23T10:00:00Z");
                    account.email = "b@site.org";
                    account.save(Account_.email);

                    account.refresh();
                    assertThat(account.opened).isEqualTo("2026-11-22T10:00:00.000001Z");
                    assertThat(account.changed).isEqualTo("2026-11-23T10:00:00Z");
                },
                Account.class);
    }

    @ParameterizedTest
    @EnumSource
    void only_the_named_fields_are_saved(Kind kind) {
        on(kind, _ -> {
            var account = saved("a@site.org", 7);
            account.email = "b@site.org";
            account.number = 9;
            account.save(Account_.email);

            account.refresh(Account_.number);
            assertThat(account.number).isEqualTo(7);
            assertThat(account.email).isEqualTo("b@site.org");
            assertThat(account.version).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_stale_save_changes_nothing(Kind kind) {
        on(kind, site -> {
            var mine = saved("a@site.org", 7);
            var theirs = Account.objects.get(mine.id);
            theirs.email = "theirs@site.org";
            theirs.save();
            mine.email = "mine@site.org";

            assertThatThrownBy(mine::save).isInstanceOf(StaleRow.class).hasMessage("""
                Account 1 was not saved: it was read as version 1, and its row is now version 2.
                somebody has changed it meanwhile: refresh() it and apply the change again, or tell its user.\
                """);
            assertThatThrownBy(() -> mine.save(Account_.email)).isInstanceOf(StaleRow.class);
            assertThat(site.texts("select email from accounts_account")).containsExactly("theirs@site.org");
            mine.refresh();
            mine.email = "mine@site.org";
            mine.save();
            assertThat(mine.version).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_key_may_be_given(Kind kind) {
        on(kind, _ -> {
            var account = account("a@site.org", 7);
            account.id = 42;
            account.save();
            var same = account("b@site.org", 8);
            same.id = 42;

            assertThatThrownBy(same::save)
                    .isInstanceOfSatisfying(
                            ConstraintViolated.class,
                            e -> assertThat(e.fields()).containsExactly("id"))
                    .hasMessageStartingWith("Account.id: a row breaks the unique constraint");
            assertThat(same.isNew()).isTrue();
            same.version = 1;
            same.opened = account.opened;
            same.state = "closed";
            same.update();
            account.refresh();
            assertThat(account.email).isEqualTo("b@site.org");
            assertThatThrownBy(account::insert).isInstanceOf(ConstraintViolated.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_is_gone_cannot_be_saved_or_refreshed(Kind kind) {
        on(kind, site -> {
            var account = saved("a@site.org", 7);
            site.database.sql("delete from accounts_account").update();

            assertThatThrownBy(account::save).isInstanceOf(StaleRow.class).hasMessageContaining("no longer there");
            assertThatThrownBy(account::refresh).isInstanceOf(RowNotFound.class);
            assertThatThrownBy(() -> account.refresh(Account_.email)).isInstanceOf(RowNotFound.class);
            assertThat(site.count("select count(*) from accounts_account")).isZero();
            var unsaved = account("b@site.org", 8);
            assertThatThrownBy(unsaved::update).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(unsaved::delete).isInstanceOf(IllegalStateException.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void hooks_and_listeners_are_told_in_order(Kind kind) {
        var heard = new ArrayList<String>();
        Site.run(
                kind,
                listening(heard),
                _ -> {
                    var account = saved("a@site.org", 7);
                    account.save();
                    account.delete();

                    assertThat(account.told)
                            .containsExactly(
                                    "before creation",
                                    "after creation",
                                    "before save",
                                    "after save",
                                    "before deletion",
                                    "after deletion");
                    assertThat(heard)
                            .containsExactly(
                                    "will save a@site.org",
                                    "created 1",
                                    "will save a@site.org",
                                    "saved 1",
                                    "deleted Account 1");
                },
                Account.class);
    }

    private static ModelSettings listening(List<String> heard) {
        return ModelSettings.standard()
                .listen(Account.class, new ModelSettings.Listener<Account>() {
                    @Override
                    public void beforeSave(Account row) {
                        heard.add("will save " + row.email);
                    }

                    @Override
                    public void afterSave(Account row, boolean created) {
                        heard.add((created ? "created " : "saved ") + row.id);
                    }
                })
                .listen(new ModelSettings.Listener<KeyedModel<?>>() {
                    @Override
                    public void afterDelete(KeyedModel<?> row) {
                        heard.add("deleted " + row);
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_listener_that_fails_undoes_the_save_of_its_block(Kind kind) {
        var settings = ModelSettings.standard().listen(Account.class, new ModelSettings.Listener<Account>() {
            @Override
            public void afterSave(Account row, boolean created) {
                throw new IllegalStateException("no");
            }
        });
        Site.run(
                kind,
                settings,
                site -> {
                    assertThatThrownBy(() ->
                                    Work.atomic(() -> account("a@site.org", 7).save()))
                            .hasMessage("no");
                    assertThat(site.count("select count(*) from accounts_account"))
                            .isZero();
                },
                Account.class);
    }

    @ParameterizedTest
    @EnumSource
    void validating_finds_all_that_is_wrong_and_calls_fields_as_people_do(Kind kind) {
        on(kind, _ -> {
            var account = account("nobody", 7);
            assertThatThrownBy(account::validate)
                    .isInstanceOfSatisfying(
                            InvalidModel.class, e -> assertThat(e.errors()).containsKey("email"))
                    .hasMessage("""
                        this Account cannot be saved as it is:
                        - e-mail address: must be a well-formed email address
                        correct these fields.\
                        """);
        });
    }

    @ParameterizedTest
    @EnumSource
    void validating_looks_for_rows_with_the_same_values_and_asks_for_checks(Kind kind) {
        on(kind, _ -> {
            var first = saved("a@site.org", 7);
            first.validate();
            var second = account("a@site.org", 7);
            second.balance = new BigDecimal("-100.01");

            assertThatThrownBy(second::validate)
                    .isInstanceOfSatisfying(
                            InvalidModel.class,
                            e -> assertThat(e.problems())
                                    .extracting(InvalidModel.Problem::message)
                                    .containsExactly(
                                            "e-mail address: another Account has this value already",
                                            "bank and number: another Account has these values already",
                                            "number and balance: does not fulfil \"not_overdrawn\": balance >= -100"
                                                    + " and number >= 0"));
            second.email = "b@site.org";
            second.number = 8;
            second.balance = new BigDecimal("-100");
            second.validate();
            second.save();
            assertThat(Account.objects.count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MARIADB") // which has no such constraints
    void validating_looks_for_rows_that_are_equal_in_expressions_or_among_some_rows(Kind kind) {
        Site.run(
                kind,
                () -> {
                    title("Duke", 1, true).save();
                    var count = title("Count", 1, false);
                    count.validate();
                    count.save();
                    count.validate();

                    assertThatThrownBy(title("DUKE", 2, true)::validate)
                            .isInstanceOf(InvalidModel.class)
                            .hasMessageContaining("name: another Title has this value already");
                    count.inForce = true;
                    assertThatThrownBy(count::validate)
                            .isInstanceOf(InvalidModel.class)
                            .hasMessageContaining("kind: another Title has this value already");
                    count.kind = 2;
                    count.validate();
                },
                Title.class);
    }

    private static Title title(String name, int kind, boolean inForce) {
        var title = new Title();
        title.name = name;
        title.kind = kind;
        title.inForce = inForce;
        return title;
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_constraint_names_the_model_and_its_fields(Kind kind) {
        on(kind, site -> {
            saved("a@site.org", 7);

            assertBroken(account("a@site.org", 8), ConstraintViolated.Kind.UNIQUE, List.of("email"));
            assertBroken(account("b@site.org", 7), ConstraintViolated.Kind.UNIQUE, List.of("bank", "number"));
            assertBroken(account("b@site.org", -1), ConstraintViolated.Kind.CHECK, List.of("number", "balance"));
            assertThat(site.count("select count(*) from accounts_account")).isOne();
        });
    }

    private static void assertBroken(Account account, ConstraintViolated.Kind kind, List<String> fields) {
        assertThatThrownBy(account::save)
                .isInstanceOfSatisfying(ConstraintViolated.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.model()).contains("Account");
                    assertThat(e.fields()).containsExactlyElementsOf(fields);
                })
                .hasMessageStartingWith("Account." + String.join(", Account.", fields) + ": a row breaks the ");
        assertThat(account.isNew()).isTrue();
    }
}
