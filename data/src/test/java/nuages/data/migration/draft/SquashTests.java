package nuages.data.migration.draft;

import static nuages.data.migration.Fields.bool;
import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.addField;
import static nuages.data.migration.Operation.addIndex;
import static nuages.data.migration.Operation.alterField;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.deleteModel;
import static nuages.data.migration.Operation.removeField;
import static nuages.data.migration.Operation.renameField;
import static nuages.data.migration.Operation.renameModel;
import static nuages.data.migration.Operation.runJava;
import static nuages.data.migration.Operation.runSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.schema.Index;
import org.junit.jupiter.api.Test;

class SquashTests {
    private final TreeMap<MigrationName, Migration> migrations = new TreeMap<>();

    private static MigrationName polls(String name) {
        return new MigrationName("polls", name);
    }

    private void add(String name, List<String> after, Operation... operations) {
        var draft = Draft.of(polls(name), after.stream().map(SquashTests::polls).toList(), List.of(operations));
        migrations.put(draft.name(), draft);
    }

    private MigrationGraph graph() {
        return MigrationGraph.of(migrations);
    }

    private static List<String> optimised(Operation... operations) {
        return Optimiser.of("polls").optimised(List.of(operations), ProjectState.EMPTY).stream()
                .map(it -> SourceWriter.operations(Draft.of(polls("0001_x"), List.of(), List.of(it))))
                .toList();
    }

    @Test
    void what_happens_to_a_new_model_becomes_a_part_of_its_creation() {
        assertThat(optimised(
                        createModel("Poll", id(), varchar("text", 9)),
                        createModel("Choice", id()),
                        addField("Poll", integer("votes")).filledWith("0"),
                        alterField("Poll", varchar("text", 20)),
                        renameField("Poll", "text", "title"),
                        addField("Poll", bool("open")),
                        removeField("Poll", "open"),
                        addIndex("Poll", Index.of("by_title", "title")),
                        renameModel("Poll", "Question"),
                        addField("Choice", reference("question", "polls.Question"))))
                .containsExactly("""
                    createModel("Question",
                            id(),
                            varchar("title", 20),
                            integer("votes"))
                            .index(Index.of("by_title", "title"))\
                    """, """
                    createModel("Choice",
                            id(),
                            reference("question", "polls.Question"))\
                    """);
    }

    @Test
    void what_comes_and_goes_was_never_there() {
        assertThat(optimised(
                        createModel("Poll", id()),
                        createModel("Gone", id()),
                        addField("Gone", reference("poll", "polls.Poll")),
                        deleteModel("Gone")))
                .hasSize(1);
    }

    @Test
    void nothing_moves_across_sql() {
        assertThat(optimised(createModel("Poll", id()), runSql("select 1"), addField("Poll", integer("votes"))))
                .hasSize(3);
    }

    @Test
    void a_squash_stands_for_what_it_replaces() {
        add("0001_initial", List.of(), createModel("Poll", id()));
        add(
                "0002_votes",
                List.of("0001_initial"),
                addField("Poll", integer("votes")).filledWith("0"));
        add("0003_fill", List.of("0002_votes"), runJava((_, _) -> {}));
        add("0004_more", List.of("0003_fill"), addField("Poll", bool("open")).filledWith("true"));
        var state = graph().state();
        var squash = Squash.of(graph(), polls("0001_initial"), polls("0003_fill"));
        assertThat(squash.draft().name()).isEqualTo(polls("0001_squashed_0003_fill"));
        migrations.put(squash.draft().name(), squash.draft());

        assertThat(graph().order()).containsExactly(polls("0001_squashed_0003_fill"), polls("0004_more"));
        assertThat(graph().state()).isEqualTo(state);
        assertThat(MigrationGraph.of(migrations, List.of(polls("0001_initial"))).order())
                .containsExactly(polls("0001_initial"), polls("0002_votes"), polls("0003_fill"), polls("0004_more"));
        assertThat(squash.source("polls.migrations"))
                .contains("integer(\"votes\")),\n                new M0003_fill().operations().get(0));");
    }

    @Test
    void any_migrations_become_one_that_leads_to_the_same_models() {
        for (long seed = 1; seed <= 60; seed++) {
            var states = new States(new Random(seed));
            var known = new TreeMap<MigrationName, Migration>();
            for (int i = 0; i < 2; i++) {
                var wanted = states.state().only(List.of("a"));
                if (wanted.models().stream()
                        .allMatch(it -> it.targets().stream().allMatch(to -> to.startsWith("a.")))) {
                    Differ.of(MigrationGraph.of(known), states.questions())
                            .drafts(wanted)
                            .forEach(it -> known.put(it.name(), it));
                }
            }
            if (known.size() < 2) {
                continue;
            }
            var graph = MigrationGraph.of(known);
            var all = known.values().stream()
                    .flatMap(it -> it.operations().stream())
                    .toList();
            var fewer = Optimiser.of("a").optimised(all, ProjectState.EMPTY);
            var state = ProjectState.EMPTY;
            for (var operation : fewer) {
                state = operation.apply("a", state);
            }
            assertThat(fewer.size()).isLessThanOrEqualTo(all.size());
            assertThat(state).as("seed %d", seed).isEqualTo(graph.state());
        }
    }

    @Test
    void two_branches_are_joined_unless_their_order_matters() {
        add("0001_initial", List.of(), createModel("Poll", id()));
        add("0002_votes", List.of("0001_initial"), createModel("Vote", id()));
        add("0002_tags", List.of("0001_initial"), createModel("Tag", id()));
        assertThatThrownBy(() -> graph().leaf("polls"))
                .isInstanceOf(InvalidMigration.class)
                .hasMessageStartingWith("app polls has 2 migrations that nothing follows: [0002_tags, 0002_votes].");
        var merge = Merge.of(graph(), "polls").orElseThrow();
        assertThat(merge.name()).isEqualTo(polls("0003_merge_0002_tags_0002_votes"));
        migrations.put(merge.name(), merge);
        assertThat(graph().leaf("polls")).contains(merge.name());

        add(
                "0004_a",
                List.of("0003_merge_0002_tags_0002_votes"),
                addField("Poll", integer("x")).filledWith("1"));
        add(
                "0004_b",
                List.of("0003_merge_0002_tags_0002_votes"),
                addField("Poll", bool("x")).filledWith("true"));
        assertThatThrownBy(() -> Merge.of(graph(), "polls"))
                .isInstanceOf(InvalidMigration.class)
                .hasMessageContaining("field polls.Poll.x is added, and is there already");
    }

    @Test
    void a_circle_of_dependencies_and_a_missing_one_are_told() {
        add("0001_a", List.of("0002_b"));
        add("0002_b", List.of("0001_a"));
        assertThatThrownBy(this::graph)
                .isInstanceOf(InvalidMigration.class)
                .hasMessageContaining("polls.0001_a -> polls.0002_b -> polls.0001_a");
        migrations.clear();
        add("0001_a", List.of("0001_a"));
        assertThatThrownBy(this::graph)
                .isInstanceOf(InvalidMigration.class)
                .hasMessageContaining("polls.0001_a -> polls.0001_a");
        migrations.clear();
        add("0002_b", List.of("0001_gone"));
        assertThatThrownBy(this::graph)
                .isInstanceOf(InvalidMigration.class)
                .hasMessageStartingWith(
                        "migration polls.0002_b depends on polls.0001_gone, and there is no such migration");
    }
}
