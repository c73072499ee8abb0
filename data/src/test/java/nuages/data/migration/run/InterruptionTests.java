package nuages.data.migration.run;

import static nuages.data.migration.Fields.bigint;
import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.manyToMany;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.addConstraint;
import static nuages.data.migration.Operation.addField;
import static nuages.data.migration.Operation.addIndex;
import static nuages.data.migration.Operation.alterField;
import static nuages.data.migration.Operation.alterTable;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.deleteModel;
import static nuages.data.migration.Operation.removeField;
import static nuages.data.migration.Operation.renameField;
import static nuages.data.migration.Operation.renameIndex;
import static nuages.data.migration.Operation.renameModel;
import static nuages.data.migration.Operation.runJava;
import static nuages.data.migration.Operation.runSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A migration of every operation is broken off at each of its steps, and goes on, or begins again. */
class InterruptionTests {
    /** How many steps are passed over: {@code -Dnuages.stride=1} tries each. */
    private static final int STRIDE = Integer.getInteger("nuages.stride", 8);

    private static final Operation[] EVERYTHING = {
        createModel("Tag", id(), varchar("name", 20)),
        addField("Poll", manyToMany("tags", "polls.Tag")),
        addField("Poll", integer("votes").positive()).filledWith("1"),
        addField("Poll", reference("first", "polls.Tag").nullable()),
        alterField("Poll", bigint("votes").nullable()),
        alterField("Poll", varchar("text", 90).unique()),
        renameField("Poll", "votes", "total"),
        addIndex("Poll", Index.of("by_total", "total")),
        renameIndex("Poll", "by_total", "poll_total"),
        addConstraint("Poll", Unique.of("poll_once", "text", "total")),
        addConstraint("Poll", new Check("poll_some", "total > -5")),
        runSql("update polls_poll set total = total + 1").backwards("update polls_poll set total = total - 1"),
        runJava((database, models) -> database.sql(
                                "update " + models.get("polls.Poll").table() + " set text = ?", "done")
                        .update())
                .backwards((database, models) -> database.sql(
                                "update " + models.get("polls.Poll").table() + " set text = ?", "new")
                        .update()),
        renameModel("Tag", "Label"),
        alterTable("Label").table("labels").comment("short"),
        removeField("Poll", "first"),
        createModel("Gone", id()),
        deleteModel("Gone")
    };

    private static Place place(Kind kind) {
        var place = new Place(kind).with("0001_initial", createModel("Poll", id(), varchar("text", 20)));
        place.migrate();
        place.run("insert into polls_poll (text) values ('new')");
        return place.with("0002_everything", EVERYTHING);
    }

    private static void run(Place place, boolean backwards, Progress progress) {
        var migrator = place.migrator().telling(progress);
        var names = List.of(new MigrationName("polls", "0002_everything"));
        place.work(() -> migrator.run(new Plan(names, backwards), How.RUN));
    }

    private static Progress failingAt(int number) {
        return new Progress() {
            @Override
            public void step(MigrationName name, String description, int step, int of) {
                if (step == number) {
                    throw new IllegalStateException("broken off");
                }
            }
        };
    }

    private static int steps(Place place, boolean backwards) {
        var steps = new AtomicInteger();
        run(place, backwards, new Progress() {
            @Override
            public void step(MigrationName name, String description, int number, int of) {
                steps.set(of);
            }
        });
        return steps.get();
    }

    @ParameterizedTest
    @EnumSource
    void before_each_step(Kind kind) {
        try (var place = place(kind)) {
            var first = place.tables();
            int steps = steps(place, false);
            var last = place.tables();
            int back = steps(place, true);
            assertThat(place.tables()).isEqualTo(first);
            for (int i = 1; i <= Math.max(steps, back); i += STRIDE) {
                breakOff(place, false, Math.min(i, steps), last);
                breakOff(place, true, Math.min(i, back), first);
                assertThat(place.rows(String.class, "select text from polls_poll"))
                        .containsExactly("new");
            }
        }
    }

    private static void breakOff(Place place, boolean backwards, int step, List<Table> then) {
        assertThatThrownBy(() -> run(place, backwards, failingAt(step)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("step " + step + " of ");
        assertThat(place.applied()).hasSize(backwards ? 2 : 1);
        run(place, backwards, Progress.silent());
        assertThat(place.tables())
                .as("broken off at step %d, backwards %s", step, backwards)
                .isEqualTo(then);
        assertThat(place.applied()).hasSize(backwards ? 1 : 2);
    }

    @Test
    void on_mariadb_after_each_step_whose_end_could_not_be_recorded() {
        try (var place = place(Kind.MARIADB)) {
            var first = place.tables();
            int steps = steps(place, false);
            var last = place.tables();
            int back = steps(place, true);
            for (int i = 1; i <= Math.max(steps, back); i += STRIDE) {
                lose(place, false, Math.min(i, steps), last);
                lose(place, true, Math.min(i, back), first);
            }
            assertThat(place.rows(String.class, "select text from polls_poll")).containsExactly("new");
        }
    }

    private static void lose(Place place, boolean backwards, int step, List<Table> then) {
        place.run("create trigger lost before update on nuages_migrations for each row if new.done = " + step
                + " then signal sqlstate '45000'; end if");
        assertThatThrownBy(() -> run(place, backwards, Progress.silent())).isInstanceOf(MigrationFailed.class);
        place.run("drop trigger lost");
        assertThat(place.applied()).hasSize(backwards ? 2 : 1);
        run(place, backwards, Progress.silent());
        assertThat(place.tables())
                .as("lost after step %d, backwards %s", step, backwards)
                .isEqualTo(then);
    }
}
