package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is created is read back. {@code -Dnuages.schemas=1500} tries more. */
class AnySchemaTests {
    private static final int SCHEMAS = Integer.getInteger("nuages.schemas", 40);

    @Test
    void on_sqlite_every_word() {
        for (long seed = 1; seed <= SCHEMAS * 4L; seed++) {
            try (var place = new Place(Kind.SQLITE)) {
                var schema = new Schemas(new Random(seed), Kind.SQLITE).schema();

                assertThat(place.create(schema.toArray(Table[]::new)))
                        .as("schema %d", seed)
                        .containsExactlyInAnyOrderElementsOf(kept(place, schema));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void on_servers_all_but_the_words(Kind kind) {
        for (long seed = 1; seed <= SCHEMAS; seed++) {
            allButTheWords(kind, seed);
        }
    }

    private static void allButTheWords(Kind kind, long seed) {
        try (var place = new Place(kind);
                var other = new Place(kind)) {
            var schema = new Schemas(new Random(seed), kind).schema();
            var read = place.create(schema.toArray(Table[]::new));

            assertThat(read.stream().map(AnySchemaTests::wordless))
                    .as("schema %d", seed)
                    .containsExactlyInAnyOrderElementsOf(kept(place, schema).stream()
                            .map(AnySchemaTests::wordless)
                            .toList());
            assertThat(other.create(read.toArray(Table[]::new)))
                    .as("schema %d", seed)
                    .isEqualTo(read);
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
