package nuages.data.migration.run;

import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.json;
import static nuages.data.migration.Fields.manyToMany;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.addField;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.runJava;
import static nuages.data.migration.Operation.runSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuages.data.dialect.MariaDb;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.draft.Draft;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Constraint.Check;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigratorTests {
    private static final Operation QUESTION = createModel("Question", id(), varchar("text", 200));
    private static final Operation CHOICE =
            createModel("Choice", id(), reference("question", "polls.Question"), varchar("text", 200));

    private static MigrationName polls(String name) {
        return new MigrationName("polls", name);
    }

    @ParameterizedTest
    @EnumSource
    void migrations_are_applied_in_order_and_recorded_as_django_does(Kind kind) {
        try (var place = new Place(kind).with("0001_initial", QUESTION).with("0002_choice", CHOICE)) {
            assertThat(place.work(() -> place.migrator().unapplied())).hasSize(2);
            place.migrate();
            place.migrate();

            assertThat(place.tableNames()).containsExactly("polls_choice", "polls_question");
            assertThat(place.rows(String.class, "select name from django_migrations order by id"))
                    .containsExactly("0001_initial", "0002_choice");
            assertThat(place.work(() -> place.migrator().unapplied())).isEmpty();
            assertThat(place.work(() -> place.migrator().problems())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void they_are_undone_as_far_as_wanted(Kind kind) {
        try (var place = new Place(kind)
                .with("0001_initial", QUESTION)
                .with("0002_choice", CHOICE)
                .with("0003_tag", createModel("Tag", id(), manyToMany("questions", "polls.Question")))) {
            place.migrate();
            assertThat(place.tableNames()).hasSize(4);
            place.migrateTo("0002_choice");
            assertThat(place.tableNames()).containsExactly("polls_choice", "polls_question");
            place.undo();

            assertThat(place.tableNames()).isEmpty();
            assertThat(place.applied()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sql_and_java_run_in_their_place(Kind kind) {
        try (var place = new Place(kind)
                .with(
                        "0001_initial",
                        QUESTION,
                        runSql("insert into polls_question (text) values ('Tea?')")
                                .backwards("delete from polls_question"),
                        runJava((database, models) -> database.sql(
                                                "update "
                                                        + models.get("polls.Question")
                                                                .table() + " set text = ?",
                                                "Coffee?")
                                        .update())
                                .backwards((_, _) -> {}))) {
            place.migrate();
            assertThat(place.rows(String.class, "select text from polls_question"))
                    .containsExactly("Coffee?");
            place.undo();
            assertThat(place.tableNames()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_that_fails_halfway_is_not_recorded_and_goes_on_once_the_cause_is_mended(Kind kind) {
        try (var place = new Place(kind)
                .with(
                        "0001_initial",
                        QUESTION,
                        CHOICE,
                        runSql("insert into elsewhere (id) values (1)"),
                        createModel("Tag", id()))) {
            assertThatThrownBy(place::migrate)
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessageStartingWith("migration polls.0001_initial could not be applied: step ")
                    .hasMessageContaining("run insert into elsewhere (id) values (1): ")
                    .hasMessageContaining(
                            place.database.dialect() instanceof MariaDb
                                    ? "MariaDB does not undo them with a transaction. Mend the cause, and migrate"
                                            + " again: it will go on with step "
                                    : "nothing of it was kept: its transaction was rolled back. Mend the cause, and"
                                            + " migrate again.");
            assertThat(place.applied()).isEmpty();
            assertThat(place.tableNames()).hasSize(kind == Kind.MARIADB ? 2 : 0);

            place.run("create table elsewhere (id integer)");
            place.migrate();
            assertThat(place.applied()).containsExactly("0001_initial");
            assertThat(place.tableNames()).containsExactly("elsewhere", "polls_choice", "polls_question", "polls_tag");
            assertThat(place.rows(Long.class, "select id from elsewhere")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_is_recorded_without_being_run(Kind kind) {
        try (var place = new Place(kind).with("0001_initial", QUESTION)) {
            place.work(() -> place.migrator().run(place.migrator().plan(), How.FAKE));

            assertThat(place.tableNames()).isEmpty();
            assertThat(place.applied()).containsExactly("0001_initial");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_first_migration_whose_tables_are_there_is_taken_as_done(Kind kind) {
        try (var place = new Place(kind).with("0001_initial", QUESTION).with("0002_choice", CHOICE)) {
            place.run("create table polls_question (id bigint primary key, text varchar(200))");
            place.work(() -> place.migrator().run(place.migrator().plan(), How.FAKE_INITIAL));
            assertThat(place.applied()).containsExactly("0001_initial", "0002_choice");
        }
        try (var place = new Place(kind).with("0001_initial", QUESTION, CHOICE)) {
            place.run("create table polls_question (id bigint primary key)");
            assertThatThrownBy(() -> place.work(
                            () -> place.migrator().run(place.migrator().plan(), How.FAKE_INITIAL)))
                    .isInstanceOf(InvalidMigration.class)
                    .hasMessageContaining("without [column polls_question.text, table polls_choice]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_edited_migration_is_noticed_and_can_be_accepted(Kind kind) {
        try (var place = new Place(kind).with("0001_initial", QUESTION)) {
            place.migrate();
            place.with("0001_initial", createModel("Question", id(), varchar("text", 300)))
                    .with("0002_choice", CHOICE);
            assertThatThrownBy(place::migrate)
                    .isInstanceOf(InvalidMigration.class)
                    .hasMessageStartingWith("migration polls.0001_initial has been edited since it was applied");
            assertThat(place.tableNames()).containsExactly("polls_question");

            place.work(() -> place.migrator().accept(polls("0001_initial")));
            place.migrate();
            assertThat(place.applied()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_applied_migration_whose_file_is_gone_is_noticed(Kind kind) {
        try (var place = new Place(kind).with("0001_initial", QUESTION).with("0002_choice", CHOICE)) {
            place.migrate();
            place.run("insert into django_migrations (app, name, applied) values ('auth', '0001_initial', "
                    + "current_timestamp)");
            place.migrations.remove(polls("0002_choice"));
            place.with("0002_tag", createModel("Tag", id()));

            assertThatThrownBy(place::migrate)
                    .isInstanceOf(InvalidMigration.class)
                    .hasMessageStartingWith("migration polls.0002_choice has been applied, and there is no class "
                            + "M0002_choice of it");
            assertThat(place.work(() -> place.migrator().problems())).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_undone_says_so(Kind kind) {
        try (var place =
                new Place(kind).with("0001_initial", QUESTION, runSql("update polls_question set text = 'x'"))) {
            place.migrate();
            assertThatThrownBy(place::undo)
                    .isInstanceOf(InvalidMigration.class)
                    .hasMessageStartingWith(
                            "migration polls.0001_initial cannot be undone: nothing says how to undo \"run SQL\"");
            assertThat(place.applied()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_replaces_others_is_recorded_with_them(Kind kind) {
        var squashed = new Draft(
                polls("0001_squashed_0002_choice"),
                List.of(),
                List.of(polls("0001_initial"), polls("0002_choice")),
                List.of(QUESTION, CHOICE),
                true);
        try (var place = new Place(kind)
                .with("0001_initial", QUESTION)
                .with("0002_choice", CHOICE)
                .with(squashed)) {
            place.migrate();
            assertThat(place.rows(String.class, "select name from django_migrations"))
                    .containsExactlyInAnyOrder("0001_initial", "0002_choice", "0001_squashed_0002_choice");
        }
        try (var place = new Place(kind).with("0001_initial", QUESTION).with("0002_choice", CHOICE)) {
            place.migrateTo("0001_initial");
            place.with(squashed).migrate();
            place.with("0003_votes", createModel("Vote", id())).migrate();
            assertThat(place.applied()).containsExactly("0001_squashed_0002_choice", "0003_votes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void progress_is_told(Kind kind) {
        var told = new ArrayList<String>();
        try (var place = new Place(kind).with("0001_initial", QUESTION)) {
            var migrator = place.migrator().telling(new Progress() {
                @Override
                public void began(MigrationName name, boolean backwards) {
                    told.add("began " + name);
                }

                @Override
                public void step(MigrationName name, String description, int number, int of) {
                    told.add(number + "/" + of);
                }

                @Override
                public void finished(MigrationName name, boolean backwards) {
                    told.add("finished " + name);
                }
            });
            place.work(() -> migrator.run(migrator.plan(), How.RUN));
            assertThat(told).containsExactly("began polls.0001_initial", "1/1", "finished polls.0001_initial");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_of_models_that_belong_elsewhere_are_left_out(Kind kind) {
        try (var place = new Place(kind).with("0001_initial", QUESTION, createModel("Tag", id()))) {
            var migrator = place.migrator().only(it -> !it.equals("polls.Tag"));
            place.work(() -> migrator.run(migrator.plan(), How.RUN));
            assertThat(place.tableNames()).containsExactly("polls_question");
        }
    }

    @Test
    void statements_can_be_seen_of_what_has_been_squashed() {
        var squashed = new Draft(
                polls("0001_squashed_0002_choice"),
                List.of(),
                List.of(polls("0001_initial"), polls("0002_choice")),
                List.of(QUESTION, CHOICE),
                true);
        try (var place = new Place(Kind.SQLITE)
                .with("0001_initial", QUESTION)
                .with("0002_choice", CHOICE)
                .with(squashed)) {
            assertThat(Migrator.sql(place.database.dialect(), place.migrations, polls("0002_choice"), false))
                    .hasSize(3)
                    .startsWith("-- create model Choice");
            assertThat(Migrator.sql(place.database.dialect(), place.migrations, squashed.name(), false))
                    .contains("-- create model Choice", "-- create model Question");
        }
    }

    @Test
    void question_marks_of_postgresql_are_its_operators() {
        try (var place = new Place(Kind.POSTGRESQL)
                .with(
                        "0001_initial",
                        createModel("Note", id(), json("data")).constraint(new Check("titled", "data ? 'title'")),
                        runSql("insert into polls_note (data) values ('{\"title\": \"why?\"}')"),
                        runSql("delete from polls_note where not data ?| array['title', '?']"))) {
            place.migrate();
            assertThat(place.rows(String.class, "select data ->> 'title' from polls_note"))
                    .containsExactly("why?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void statements_can_be_seen_without_being_run(Kind kind) {
        try (var place = new Place(kind)) {
            Map<MigrationName, Migration> all = place.with("0001_initial", QUESTION, runSql("select 1")).migrations;
            assertThat(Migrator.sql(place.database.dialect(), all, polls("0001_initial"), false))
                    .startsWith("-- create model Question")
                    .endsWith("-- run SQL", "select 1;")
                    .anyMatch(it -> it.startsWith("CREATE TABLE") && it.endsWith(";"));
            assertThat(addField("Question", integer("votes")).describe()).isEqualTo("add field votes to Question");
        }
    }
}
