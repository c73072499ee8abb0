package nuages.data.migration.draft;

import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.manyToMany;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.timestamp;
import static nuages.data.migration.Fields.uuid;
import static nuages.data.migration.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ModelState;
import nuages.data.migration.ProjectState;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import org.junit.jupiter.api.Test;

class DifferTests {
    private static final int PAIRS = Integer.getInteger("nuages.schemas", 1000);

    private final Map<MigrationName, Migration> migrations = new TreeMap<>();

    private List<Draft> drafts(Questions questions, ModelState... wanted) {
        return drafts(questions, ProjectState.of(List.of(wanted)));
    }

    private List<Draft> drafts(Questions questions, ProjectState wanted) {
        var drafts = Differ.of(MigrationGraph.of(migrations), questions).drafts(wanted);
        drafts.forEach(it -> migrations.put(it.name(), it));
        assertThat(plain(MigrationGraph.of(migrations).state())).isEqualTo(plain(wanted));
        return drafts;
    }

    private static List<String> described(List<Draft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.operations().stream().map(it -> draft.name() + ": " + it.describe()))
                .toList();
    }

    /** Models by their labels, with what they have in no order. */
    private static Map<String, Object> plain(ProjectState state) {
        return state.models().stream()
                .collect(Collectors.toMap(
                        ModelState::label,
                        it -> List.of(
                                it.table(),
                                Set.copyOf(it.fields()),
                                it.indexes().stream()
                                        .sorted(Comparator.comparing(Index::name))
                                        .toList(),
                                it.constraints().stream()
                                        .sorted(Comparator.comparing(Constraint::name))
                                        .toList())));
    }

    private static Questions yes() {
        return new Questions() {
            @Override
            public boolean renamed(ModelState gone, ModelState added) {
                return true;
            }

            @Override
            public boolean renamed(ModelState model, FieldState gone, FieldState added) {
                return true;
            }

            @Override
            public Optional<String> fill(ModelState model, WithColumn added) {
                return Optional.of("7");
            }
        };
    }

    @Test
    void models_are_created_after_those_they_refer_to_and_apps_depend_on_each_other() {
        var drafts = drafts(
                Questions.unanswered(),
                ModelState.of("polls", "Choice", List.of(id(), reference("question", "polls.Question"))),
                ModelState.of("polls", "Question", List.of(id(), reference("author", "auth.User"))),
                ModelState.of("auth", "User", List.of(id(), varchar("name", 9))));

        assertThat(described(drafts))
                .containsExactly(
                        "auth.0001_initial: create model User",
                        "polls.0001_initial: create model Question",
                        "polls.0001_initial: create model Choice");
        assertThat(drafts.getLast().dependencies()).containsExactly(new MigrationName("auth", "0001_initial"));
    }

    @Test
    void models_of_two_apps_may_refer_to_each_other() {
        var drafts = drafts(
                Questions.unanswered(),
                ModelState.of(
                        "a", "Ant", List.of(id(), reference("bee", "b.Bee").nullable())),
                ModelState.of("b", "Bee", List.of(id(), reference("ant", "a.Ant"))));

        assertThat(described(drafts))
                .containsExactly(
                        "b.0001_initial: create model Bee",
                        "a.0001_initial: create model Ant",
                        "b.0002_bee_ant: add field ant to Bee");
    }

    @Test
    void nothing_is_written_if_nothing_has_changed() {
        var model = ModelState.of("polls", "Question", List.of(id()));
        drafts(Questions.unanswered(), model);

        assertThat(drafts(Questions.unanswered(), model)).isEmpty();
    }

    @Test
    void what_was_renamed_is_asked_and_never_guessed() {
        var before = ModelState.of("polls", "Question", List.of(id(), varchar("text", 9)))
                .withConstraints(List.of(new Check("short", "length(text) < 5")));
        var after = ModelState.of("polls", "Poll", List.of(id(), varchar("title", 9)))
                .withConstraints(List.of(new Check("short", "length(title) < 5")));
        drafts(Questions.unanswered(), before);

        assertThat(described(drafts(
                        yes(),
                        ModelState.of("polls", "Poll", List.of(id(), varchar("text", 9)))
                                .withConstraints(before.constraints()))))
                .containsExactly("polls.0002_rename_question_poll: rename model Question to Poll");
        assertThatThrownBy(() -> drafts(Questions.unanswered(), after))
                .isInstanceOf(Undecided.class)
                .hasMessage("""
                    field polls.Poll.text is gone and title is new, of the same type: it may have been renamed, or its \
                    values may be meant to go.
                    run makemigrations where it can ask, or write a migration with renameField("Poll", "text", \
                    "title").\
                    """);
        assertThat(described(drafts(yes(), after)))
                .extracting(it -> it.substring(it.indexOf(' ') + 1))
                .containsExactly(
                        "remove constraint short from Poll",
                        "rename field text of Poll to title",
                        "add constraint short to Poll");
    }

    @Test
    void a_new_field_that_may_not_be_null_needs_a_value_for_rows_that_are_there() {
        drafts(Questions.unanswered(), ModelState.of("polls", "Choice", List.of(id())));
        var wanted = ModelState.of("polls", "Choice", List.of(id(), integer("votes")));

        assertThatThrownBy(() -> drafts(Questions.unanswered(), wanted))
                .isInstanceOf(Undecided.class)
                .hasMessageStartingWith(
                        "field polls.Choice.votes is new and may not be null, and nothing says what the "
                                + "rows that are there should get.");
        assertThat(drafts(yes(), wanted))
                .singleElement()
                .satisfies(it -> assertThat(SourceWriter.operations(it))
                        .isEqualTo("addField(\"Choice\", integer(\"votes\")).filledWith(\"7\")"));
    }

    @Test
    void a_key_that_others_refer_to_cannot_become_another_column() {
        drafts(
                Questions.unanswered(),
                ModelState.of("a", "Ant", List.of(id())),
                ModelState.of("a", "Bee", List.of(id(), reference("ant", "a.Ant"))));

        assertThatThrownBy(() -> drafts(
                        yes(),
                        ModelState.of("a", "Ant", List.of(varchar("code", 9).asKey())),
                        ModelState.of("a", "Bee", List.of(id(), reference("ant", "a.Ant")))))
                .isInstanceOf(InvalidMigration.class)
                .hasMessageStartingWith(
                        "the key of model a.Ant was [id] and is [code], while [a.Bee] refer to it by the " + "old one");
    }

    @Test
    void two_models_with_one_table_are_refused() {
        assertThatThrownBy(() -> drafts(
                        yes(),
                        ModelState.of("a", "Ant", List.of(id())),
                        ModelState.of("b", "Bee", List.of(id())).withTable("a_ant")))
                .isInstanceOf(InvalidMigration.class)
                .hasMessageStartingWith("models a.Ant and b.Bee both have a table \"a_ant\"");
    }

    @Test
    void a_constraint_is_altered_where_fields_stay_what_they_are() {
        var poll = ModelState.of("polls", "Poll", List.of(id(), varchar("text", 9)));
        drafts(Questions.unanswered(), poll.withConstraints(List.of(new Check("some", "text <> ''"))));

        assertThat(described(drafts(
                        Questions.unanswered(), poll.withConstraints(List.of(new Check("some", "text <> '?'"))))))
                .containsExactly("polls.0002_alter_constraint_some: alter constraint some of Poll");
        var longer = ModelState.of("polls", "Poll", List.of(id(), varchar("text", 19)));
        assertThat(described(drafts(
                        Questions.unanswered(), longer.withConstraints(List.of(new Check("some", "text > ''"))))))
                .hasSize(3)
                .last(STRING)
                .contains(": add constraint some to Poll");
    }

    @Test
    void two_things_of_one_name_are_refused() {
        var ant = ModelState.of("a", "Ant", List.of(id(), varchar("text", 9)));
        var bee = ModelState.of("b", "Bee", List.of(id(), varchar("text", 9)));
        var index = List.of(Index.of("By_Text", "text"));

        assertThatThrownBy(() -> drafts(
                        Questions.unanswered(),
                        ant.withIndexes(index),
                        bee.withConstraints(List.of(Unique.of("by_text", "text")))))
                .isInstanceOf(InvalidMigration.class)
                .hasMessage("models a.Ant and b.Bee both have an index or unique constraint called \"by_text\", and"
                        + " PostgreSQL and SQLite have one of a name in all of a database: give one of them another by"
                        + " name = ….");
        assertThatThrownBy(
                        () -> drafts(Questions.unanswered(), ant.withIndexes(List.of(Index.of("b_bee", "text"))), bee))
                .hasMessageStartingWith(
                        "model a.Ant has an index or constraint \"b_bee\", which is the name of a table of"
                                + " model b.Bee");
        assertThatThrownBy(() -> drafts(
                        Questions.unanswered(),
                        ant.withConstraints(List.of(new Check("one", "id > 0"), new Check("ONE", "id > 1")))))
                .hasMessageStartingWith("model a.Ant has two constraints called \"ONE\"");
    }

    @Test
    void a_type_that_no_database_makes_of_the_other_is_refused() {
        drafts(Questions.unanswered(), ModelState.of("a", "Ant", List.of(id(), timestamp("seen"))));

        assertThatThrownBy(() -> drafts(yes(), ModelState.of("a", "Ant", List.of(id(), uuid("seen")))))
                .isInstanceOf(InvalidMigration.class)
                .hasMessageStartingWith(
                        "field a.Ant.seen was Timestamp[] and is Uuid[], and no database makes one of the " + "other.");
    }

    @Test
    void any_state_becomes_any_other() {
        for (long seed = 1; seed <= PAIRS; seed++) {
            var states = new States(new Random(seed));
            var known = new TreeMap<MigrationName, Migration>();
            for (int i = 0; i < 3; i++) {
                var wanted = states.state();
                for (var draft :
                        Differ.of(MigrationGraph.of(known), states.questions()).drafts(wanted)) {
                    known.put(draft.name(), draft);
                }
                assertThat(plain(MigrationGraph.of(known).state()))
                        .as("seed %d", seed)
                        .isEqualTo(plain(wanted));
            }
        }
    }

    @Test
    void two_hundred_models_are_compared_in_well_under_two_seconds() {
        var models = new ArrayList<ModelState>();
        for (int i = 0; i < 200; i++) {
            var fields = new ArrayList<FieldState>();
            fields.add(id());
            for (int j = 0; j < 15; j++) {
                fields.add(varchar("field" + j, 20));
            }
            fields.add(reference("other", "app" + (i * 7) % 200 / 20 + ".Model" + (i * 7) % 200)
                    .nullable());
            fields.add(manyToMany("many", "app" + i / 20 + ".Model" + i));
            models.add(ModelState.of("app" + i / 20, "Model" + i, fields));
        }
        drafts(Questions.unanswered(), ProjectState.of(models));
        var changed = IntStream.range(0, 200)
                .mapToObj(i ->
                        i % 2 == 0 ? models.get(i) : models.get(i).withIndexes(List.of(Index.of("by" + i, "field1"))))
                .toList();

        long begun = System.nanoTime();
        drafts(Questions.unanswered(), ProjectState.of(changed));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
}
