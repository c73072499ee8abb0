package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import nuages.data.ddl.Place.Kind;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Table;

/** Whatever is created is read back. */
class AnySchemaTests {
    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void on_sqlite_every_word(@ForAll long seed) {
        try (var place = new Place(Kind.SQLITE)) {
            var schema = new Schemas(new Random(seed), Kind.SQLITE).schema();

            assertThat(place.create(schema.toArray(Table[]::new)))
                    .containsExactlyInAnyOrderElementsOf(kept(place, schema));
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void on_postgresql_all_but_the_words(@ForAll long seed) {
        allButTheWords(Kind.POSTGRESQL, seed);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void on_mariadb_all_but_the_words(@ForAll long seed) {
        allButTheWords(Kind.MARIADB, seed);
    }

    private static void allButTheWords(Kind kind, long seed) {
        try (var place = new Place(kind);
                var other = new Place(kind)) {
            var schema = new Schemas(new Random(seed), kind).schema();
            var read = place.create(schema.toArray(Table[]::new));

            assertThat(read.stream().map(AnySchemaTests::wordless))
                    .containsExactlyInAnyOrderElementsOf(kept(place, schema).stream()
                            .map(AnySchemaTests::wordless)
                            .toList());
            assertThat(other.create(read.toArray(Table[]::new))).isEqualTo(read);
        }
    }

    private static List<Table> kept(Place place, List<Table> schema) {
        return schema.stream().map(place.writer::kept).toList();
    }

    /** The table without what databases print in their own words. */
    private static Table wordless(Table table) {
        return table.withConstraints(table.constraints().stream()
                        .filter(AnySchemaTests::wordless)
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(it -> it.where(it.condition() == null ? null : "some rows"))
                        .toList());
    }

    private static boolean wordless(Constraint constraint) {
        return constraint instanceof Unique unique && unique.ofPlainColumns();
    }
}
