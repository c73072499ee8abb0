package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change that is broken off at any statement, before or after it is run, can be finished. */
class BrokenOffTests {
    private static final int SCHEMAS = Integer.getInteger("nuages.schemas", 5);

    /** The process ends here. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void breakOff(int done) {
        throw new BrokenOff();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void whatever_statement_it_was_nothing_is_changed(Kind kind) {
        for (long seed = 1; seed <= SCHEMAS; seed++) {
            try (var place = new Place(kind)) {
                var changes = new Changes(new Random(seed), kind);
                var before = place.create(changes.before.toArray(Table[]::new));
                var steps = steps(place, changes);
                var runner = StepRunner.of(place.database);
                for (int i = 0; i < steps.size(); i++) {
                    int at = i;
                    assertThatExceptionOfType(BrokenOff.class)
                            .isThrownBy(() -> place.work(() -> runner.run(steps, it -> {
                                if (it > at) {
                                    throw new BrokenOff();
                                }
                            })));
                    assertThatExceptionOfType(StepFailed.class)
                            .isThrownBy(() -> place.work(() -> runner.run(failing(steps, at))))
                            .satisfies(it -> assertThat(it.done()).isEqualTo(at));
                    assertThat(place.tables()).as("schema %d, step %d", seed, i).isEqualTo(before);
                }
                place.work(() -> runner.run(steps));
                assertFinished(kind, seed, place, changes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void whatever_statement_it_was_the_rest_follows(Kind kind) {
        for (long seed = 1; seed <= SCHEMAS; seed++) {
            try (var place = new Place(kind)) {
                var changes = new Changes(new Random(seed), kind);
                place.create(changes.before.toArray(Table[]::new));
                var steps = steps(place, changes);
                var runner = StepRunner.of(place.database);
                for (int i = 0; i < steps.size(); i++) {
                    int at = i;
                    assertThatExceptionOfType(StepFailed.class)
                            .isThrownBy(() ->
                                    place.work(() -> runner.resume(failing(steps, at), at, BrokenOffTests::breakOff)))
                            .satisfies(it -> assertThat(it.done()).isEqualTo(at));
                    // it is run, but its end is not told; so it is run once more
                    for (int time = 0; time < 2; time++) {
                        assertThatExceptionOfType(BrokenOff.class)
                                .as("schema %d, step %d", seed, i)
                                .isThrownBy(() -> place.work(() -> runner.resume(steps, at, BrokenOffTests::breakOff)));
                    }
                }
                assertFinished(kind, seed, place, changes);
            }
        }
    }

    private static List<Step> steps(Place place, Changes changes) {
        return SchemaChange.of(place.database.dialect())
                .steps(changes.before, changes.after, changes.renames, Fills.none());
    }

    private static List<Step> failing(List<Step> steps, int at) {
        var failing = new ArrayList<>(steps);
        failing.set(at, Step.of("fail", "UPDATE no_such_table SET a = 1"));
        return failing;
    }

    private static void assertFinished(Kind kind, long seed, Place place, Changes changes) {
        try (var other = new Place(kind)) {
            assertThat(AnyChangeTests.sorted(place.tables()))
                    .as("schema %d", seed)
                    .isEqualTo(AnyChangeTests.sorted(other.create(changes.after.toArray(Table[]::new))));
        }
    }
}
