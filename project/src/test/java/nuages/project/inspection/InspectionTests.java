package nuages.project.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.Introspection;
import nuages.data.ddl.SchemaWriter;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void models_of_djangos_own_tables_describe_exactly_these(Kind kind) {
        var database = Database.open("default", kind.newDatabase());
        var tables = tablesOf(database, Django.sql("django", kind));

        var inspection = Inspection.of(database.dialect(), tables, List.of(), "mysite.auth", true);

        assertThat(inspection.remarks()).isEmpty();
        assertThat(inspection.sources())
                .extracting(ModelSource::path)
                .containsExactlyInAnyOrder(
                        "mysite/auth/DjangoContentType.java",
                        "mysite/auth/DjangoSession.java",
                        "mysite/auth/DjangoAdminLog.java",
                        "mysite/auth/User.java",
                        "mysite/auth/Group.java",
                        "mysite/auth/Permission.java");
        assertThat(described(kind, inspection)).isEqualTo(tables);
    }

    @ParameterizedTest
    @EnumSource
    void models_of_a_shop_made_with_django_describe_exactly_its_tables(Kind kind) {
        var database = Database.open("default", kind.newDatabase());
        var tables = tablesOf(database, Django.sql("shop", kind));

        var inspection = Inspection.of(database.dialect(), tables, List.of(), "shop", true);

        assertThat(described(kind, inspection)).isEqualTo(tables);
    }

    @Test
    void a_model_reads_as_if_somebody_had_written_it() {
        var database = Database.open("default", Kind.POSTGRESQL.newDatabase());
        var tables = tablesOf(database, Django.sql("shop", Kind.POSTGRESQL));

        var inspection = Inspection.of(database.dialect(), tables, List.of(), "shop", false);

        assertThat(inspection.sources())
                .filteredOn(it -> it.path().equals("shop/Tag.java"))
                .extracting(ModelSource::text)
                .containsExactly("""
                    package shop;

                    import jakarta.validation.constraints.Size;
                    import nuages.data.mapping.Managed;
                    import nuages.data.mapping.ManyToMany;
                    import nuages.data.mapping.Unique;
                    import nuages.data.model.Many;
                    import nuages.data.model.Model;
                    import nuages.data.model.QuerySet;

                    /** A row of {@code shop_tag}. */
                    @Managed(false)
                    public class Tag extends Model {
                        public static final QuerySet<Tag> objects = QuerySet.of(Tag.class);

                        @Unique
                        @Size(max = 50)
                        public String name = "";

                        /** The rows of {@code Tag} that belong to it. */
                        @ManyToMany(symmetrical = false)
                        public Many<Tag> parents() {
                            return many(Tag_.parents);
                        }
                    }
                    """);
    }

    @ParameterizedTest
    @EnumSource
    void names_that_java_does_not_know_are_kept_in_annotations(Kind kind) {
        var database = Database.open("default", kind.newDatabase());
        var writer = SchemaWriter.of(database.dialect());
        var columns = List.of(
                "1st", "a b", "a_b", "aB", "class", "KEY", "objects", "id", "größe", "quo\"te\\u0041", "_", "%");
        var strange = Table.of(
                        "*/ strange \\u002a/",
                        columns.stream()
                                .map(it -> Column.of(it, new ColumnType.Characters(9))
                                        .asUnique())
                                .toList(),
                        "id")
                .withComment("*/ \\u002a/ \"quoted\"");
        var plain = Stream.of("model", "STRING", "list", "2nd", "päckchen", "§")
                .map(it -> Table.of(it, List.of(Column.id()), "id"));
        var tables = tablesOf(
                database, writer.create(Stream.concat(Stream.of(strange), plain).toList()));

        var inspection = Inspection.of(database.dialect(), tables, List.of(), "", true);

        assertThat(described(kind, inspection)).isEqualTo(tables);
    }

    @Test
    void what_a_model_cannot_say_is_told() {
        var database = Database.open("default", Kind.POSTGRESQL.newDatabase());
        var tables = tablesOf(
                database,
                List.of(
                        "create table pair (a int, b int, primary key (a, b))",
                        "create table log (line text)",
                        "create table \"PAIR\" (id int primary key)",
                        "create table city (code varchar(3) not null unique, name varchar)",
                        "create table visit (id int primary key, a int, b int, city varchar(3) constraint to_city"
                            + " references city (code) on delete cascade, size numeric, at timestamp(3), place point,"
                            + " ticks bigserial, constraint to_pair foreign key (a, b) references pair)"));

        var inspection = Inspection.of(database.dialect(), tables, List.of(), "old", true);
        try (var compiled = new Compiled(inspection.sources(), folder)) {
            assertThat(compiled.tables(database.dialect())).hasSize(3);
        }

        assertThat(inspection.remarks())
                .containsExactlyInAnyOrder(
                        "table \"log\" has no model: it has no primary key, and no unique columns that are never null"
                                + " to find rows by.",
                        "table \"pair\" has no model: another table has that name but for capitals.",
                        "table \"city\": it has no primary key; @Key is on [code], which is unique.",
                        "table \"city\": the model describes index \"city_code_7cedaa6a_like\", which is not there.",
                        "table \"visit\": how many digits column \"size\" has is a guess, as the database does not"
                                + " say.",
                        "table \"visit\": column \"place\" is read as text, as its type is point.",
                        "table \"visit\": column \"ticks\" is numbered by the database, and is not the key.",
                        "table \"visit\": foreign key \"to_city\" of [city]: that of the model is called"
                            + " \"visit_city_a4101454_fk_city_code\", is checked when a transaction ends. A migration"
                            + " that changes it looks for that name: alter table \"visit\" rename constraint"
                            + " \"to_city\" to \"visit_city_a4101454_fk_city_code\".",
                        "table \"visit\": foreign key \"to_pair\" of [a, b] to pair [a, b] is left out: a model refers"
                                + " by one column, of the same type, to the key of another model.");
    }

    @ParameterizedTest
    @EnumSource
    void views_have_models_that_read_their_rows_and_are_never_changed(Kind kind) {
        var database = Database.open("default", kind.newDatabase());
        try {
            var inspection = Work.of("test", Databases.of(database)).run(() -> {
                for (var sql : List.of(
                        "create table shop_tag (id bigint not null primary key, name varchar(5) not null)",
                        "insert into shop_tag values (1, 'one'), (2, 'two')",
                        "create view shop_busy as select name, id from shop_tag where id > 1",
                        "create view latest as select name as title, id as tag from shop_tag")) {
                    database.sql(sql).update();
                }
                var read = Introspection.of(database);
                return Inspection.of(database.dialect(), read.tables(), read.viewsAsTables(), "shop", true);
            });

            assertThat(inspection.sources())
                    .filteredOn(it -> it.text().contains("@Managed(false)"))
                    .extracting(ModelSource::path)
                    .containsExactlyInAnyOrder("shop/Busy.java", "shop/Latest.java");
            assertThat(inspection.remarks())
                    .containsExactlyInAnyOrder(
                            "table \"latest\": it is a view, which has no key: column \"title\" was taken for one; it"
                                    + " has to be another one in each row, and never null.",
                            "table \"shop_busy\": it is a view, which has no key: column \"id\" was taken for one; it"
                                    + " has to be another one in each row, and never null.");
            try (var compiled = new Compiled(inspection.sources(), folder)) {
                assertThat(compiled.rows(database)).isEqualTo(Map.of("Busy", 1, "Latest", 2, "Tag", 2));
            }
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    /** The tables of the models, as a new database has them. */
    private List<Table> described(Kind kind, Inspection inspection) {
        try (var compiled = new Compiled(inspection.sources(), folder)) {
            var database = Database.open("default", kind.newDatabase());
            var statements = SchemaWriter.of(database.dialect()).create(compiled.tables(database.dialect()));
            return tablesOf(database, statements);
        }
    }

    private static List<Table> tablesOf(Database database, List<String> statements) {
        try {
            return Work.of("test", Databases.of(database)).run(() -> {
                statements.forEach(it -> database.sql(it).update());
                return Introspection.of(database).tables();
            });
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }
}
