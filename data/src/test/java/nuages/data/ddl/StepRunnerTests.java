package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Atomic;
import nuages.data.error.DatabaseException;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps are run as a whole or one by one, and a failure says how far they came. */
class StepRunnerTests {
    private static final List<Step> STEPS = List.of(
            Step.of("create a", "create table a (id integer primary key)"),
            Step.of("create b", "create table b (id integer primary key)"),
            Step.of("create c", "create table c (id integer primary key)"));
    private static final List<Step> FAILING =
            List.of(STEPS.get(0), STEPS.get(1), Step.of("create c", "create table c (id no_such_type(1, 2, 3) +)"));

    private static List<String> tables(Place place) {
        return place.tables().stream().map(Table::name).toList();
    }

    @ParameterizedTest
    @EnumSource
    void each_step_that_is_done_is_told(Kind kind) {
        try (var place = new Place(kind)) {
            var told = new ArrayList<Integer>();
            place.work(() -> StepRunner.of(place.database).run(STEPS, told::add));

            assertThat(told).containsExactly(1, 2, 3);
            assertThat(tables(place)).containsExactly("a", "b", "c");
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_failure_nothing_is_changed_or_it_is_told_how_far_it_came(Kind kind) {
        try (var place = new Place(kind)) {
            var runner = StepRunner.of(place.database);
            assertThatExceptionOfType(StepFailed.class)
                    .isThrownBy(() -> place.work(() -> runner.run(FAILING)))
                    .withMessageStartingWith("step 3 of 3 failed, create c: ")
                    .withMessageEndingWith(
                            runner.transactional()
                                    ? "nothing was changed: the transaction is rolled back. mend the cause and run it"
                                            + " again."
                                    : "2 steps are done and stay done, as this database undoes no change of tables."
                                            + " mend the cause and go on with step 3.")
                    .satisfies(it -> assertThat(it.done()).isEqualTo(2));

            assertThat(tables(place)).isEqualTo(runner.transactional() ? List.of() : List.of("a", "b"));
            place.work(() -> runner.resume(STEPS, tables(place).size(), _ -> {}));
            assertThat(tables(place)).containsExactly("a", "b", "c");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void what_the_block_does_to_rows_is_undone_with_the_steps(Kind kind) {
        try (var place = new Place(kind)) {
            var runner = StepRunner.of(place.database);
            place.run("create table kept (id integer primary key)");

            assertThatExceptionOfType(StepFailed.class)
                    .isThrownBy(() -> place.work(() -> runner.within(() -> {
                        place.database.sql("insert into kept values (1)").update();
                        runner.run(FAILING);
                        return true;
                    })));

            place.work(
                    () -> assertThat(place.database.sql("select id from kept").list(Integer.class))
                            .isEmpty());
        }
    }

    @Test
    void sqlite_enforces_no_foreign_keys_within_and_checks_them_at_the_end() {
        try (var place = new Place(Kind.SQLITE)) {
            var runner = StepRunner.of(place.database);
            place.run(
                    "create table parent (id integer primary key)",
                    "create table child (id integer primary key, parent_id integer references parent (id))");
            place.work(() -> {
                boolean deleted = runner.within(() -> {
                    place.database
                            .sql("insert into child (id, parent_id) values (3, 7)")
                            .update();
                    return place.database.sql("delete from child").update() == 1;
                });
                assertThat(deleted).isTrue();
                assertThatExceptionOfType(DatabaseException.class)
                        .isThrownBy(() -> runner.within(() -> place.database
                                .sql("insert into child (id, parent_id) values (3, 7)")
                                .update()))
                        .withMessage(
                                "table \"child\" has a row (rowid 3) whose \"parent_id\" leads to no row of \"parent\","
                                        + " so everything was rolled back: mend or delete that row, then run it again");
                assertThatExceptionOfType(DatabaseException.class)
                        .isThrownBy(() -> place.database
                                .sql("insert into child (id, parent_id) values (3, 7)")
                                .update());
            });
        }
    }

    @Test
    void sqlite_drops_no_table_while_it_enforces_foreign_keys() {
        try (var place = new Place(Kind.SQLITE)) {
            place.run("create table parent (id integer primary key)");
            var steps = List.of(Step.of("drop parent", "DROP TABLE parent"));
            place.work(() -> assertThatIllegalStateException()
                    .isThrownBy(() -> place.database.atomic(
                            () -> StepRunner.of(place.database).run(steps)))
                    .withMessage("tables of SQLite are to be dropped or made anew within a transaction that"
                            + " enforces foreign keys, so rows that lead to them would go too: begin it"
                            + " with StepRunner.within"));
            place.work(() -> StepRunner.of(place.database).run(steps));
            assertThat(tables(place)).isEmpty();
        }
    }

    @Test
    void foreign_keys_cannot_be_left_off_within_a_transaction() {
        try (var place = new Place(Kind.SQLITE)) {
            place.work(() -> place.database.atomic(() -> {
                assertThatIllegalStateException()
                        .isThrownBy(
                                () -> place.database.atomic(Atomic.standard().withoutForeignKeys(), () -> true))
                        .withMessage(
                                "an atomic block of test asked SQLite not to enforce foreign keys within a transaction"
                                    + " that has begun, where it takes no notice: ask for it in the outermost block.");
            }));
        }
    }
}
