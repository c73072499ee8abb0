package nuages.data.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import nuages.data.ddl.SchemaWriter;
import nuages.data.migration.ProjectState;
import nuages.data.migration.StateTables;
import nuages.data.migration.draft.Differ;
import nuages.data.migration.draft.States;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Column;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Migrating from any state of models to any other gives the tables that the other would have been created with, and back
 * those of the first. {@code -Dnuages.schemas=500} tries more.
 */
class AnyStateTests {
    private static final int PAIRS = Integer.getInteger("nuages.schemas", 3);
    private static final long FIRST = Long.getLong("nuages.seed", 1);

    @ParameterizedTest
    @EnumSource
    void any_state_becomes_any_other_and_back(Kind kind) {
        for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
            try (var place = new Place(kind)) {
                var states = new States(new Random(seed));
                var first = draft(place, states, states.state());
                place.migrate();
                var created = created(kind, first);
                assertThat(sorted(place.tables())).as("seed %d, created", seed).isEqualTo(created);
                var before = place.work(() -> place.migrator().applied());

                var second = draft(place, states, states.state());
                place.migrate();
                assertThat(sorted(place.tables())).as("seed %d, changed", seed).isEqualTo(created(kind, second));

                var migrator = place.migrator();
                var undone = place.work(() -> migrator.graph().order()).reversed().stream()
                        .filter(it -> !before.contains(it))
                        .toList();
                place.work(() -> migrator.run(new Plan(undone, true), How.RUN));
                assertThat(sorted(place.tables())).as("seed %d, undone", seed).isEqualTo(created);
            }
        }
    }

    private static ProjectState draft(Place place, States states, ProjectState wanted) {
        for (var draft : Differ.of(MigrationGraph.of(place.migrations), states.questions())
                .drafts(wanted)) {
            place.with(draft);
        }
        return wanted;
    }

    /** What creating the tables of these models directly gives. */
    private static List<Table> created(Kind kind, ProjectState state) {
        try (var place = new Place(kind)) {
            var writer = SchemaWriter.of(place.database.dialect());
            place.run(
                    writer.create(new StateTables(writer.names(), state).all()).toArray(String[]::new));
            return sorted(place.tables());
        }
    }

    private static List<Table> sorted(List<Table> tables) {
        return tables.stream()
                .map(it -> {
                    var columns = new ArrayList<>(it.columns());
                    columns.sort(Comparator.comparing(Column::name));
                    return it.withColumns(columns);
                })
                .toList();
    }
}
