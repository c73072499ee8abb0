package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.Loose.Child;
import nuages.data.model.Loose.Parent;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dnuages.worlds=1000} tries more. */
class RandomQueryTests {
    private static final int WORLDS = Integer.getInteger("nuages.worlds", 25);
    private static final int QUERIES = 20;

    @ParameterizedTest
    @EnumSource
    void the_database_answers_as_memory_does(Kind kind) {
        var database = Database.open("default", kind.newDatabase());
        try {
            for (long seed = 1; seed <= WORLDS; seed++) {
                long world = seed;
                Work.of("world " + seed, Databases.of(database)).run(() -> compare(database, world));
            }
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    private static void compare(Database database, long seed) {
        var world = new LooseWorld(seed);
        var tables = Tables.of(database.dialect(), List.of(world.parents, world.children));
        SchemaWriter.of(database.dialect())
                .create(tables)
                .forEach(it -> database.sql(it).update());
        var parents = new ArrayList<Parent>();
        var children = new ArrayList<Child>();
        world.fill(parents, children);
        for (int i = 0; i < QUERIES; i++) {
            compare(Child.class, world.child(3, parents), children, seed);
            compare(Parent.class, world.parent(3, children), parents, seed);
        }
        database.sql("drop table child").update();
        database.sql("drop table parent").update();
    }

    private static <M extends Loose> void compare(Class<M> model, Filters<M> filter, List<M> all, long seed) {
        var rows = QuerySet.of(model);
        var kept = rows.filter(filter.condition());
        var left = rows.exclude(filter.condition());
        var expected = all.stream()
                .filter(it -> Filters.holds(filter.meaning().apply(it)))
                .toList();
        var others = all.stream().filter(it -> !expected.contains(it)).toList();
        var about = "world %d: %s%nof %s%nby %s".formatted(seed, filter, all, kept);

        assertThat(kept.list()).as(about).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(left.list()).as("without %s", about).containsExactlyInAnyOrderElementsOf(others);
        assertThat(kept.count()).as(about).isEqualTo(expected.size());
        assertThat(kept.exists()).as(about).isEqualTo(!expected.isEmpty());
    }
}
