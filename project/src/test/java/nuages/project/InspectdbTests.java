package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectdbTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void models_are_shown() {
        try (var bench = new Bench(Kind.SQLITE, folder)) {
            bench.sql(
                    "create table shop_tag (id integer primary key autoincrement, name varchar(5) not null)",
                    "create table other (id integer primary key autoincrement)",
                    "create table django_migrations (id integer primary key autoincrement)");

            assertThat(bench.run("inspectdb", "--package=shop")).isZero();
            assertThat(bench.out)
                    .startsWith("// shop/Other.java\npackage shop;\n")
                    .contains("// shop/Tag.java\npackage shop;\n", "@Managed(false)\npublic class Tag extends Model {")
                    .doesNotContain("Migrations");
            assertThat(bench.err).isEmpty();
        }
    }

    @Test
    void some_tables_are_written_into_files_but_not_over_others() throws Exception {
        try (var bench = new Bench(Kind.SQLITE, folder)) {
            bench.sql(
                    "create table shop_tag (id integer primary key autoincrement, price decimal not null)",
                    "create table other (id integer primary key autoincrement)");

            assertThat(bench.run("inspectdb", "shop_*", "--managed", "--package=shop", "--output=" + folder))
                    .isZero();
            assertThat(bench.out).isEqualTo("wrote " + folder.resolve("shop/Tag.java") + "\n");
            assertThat(bench.err)
                    .isEqualTo(
                            "note: table \"shop_tag\": how many digits column \"price\" has is a guess, as the database"
                                    + " does not say.\n");
            assertThat(folder.resolve("shop")).isDirectoryContaining("glob:**/Tag.java");
            Files.writeString(folder.resolve("shop/Tag.java"), "mine");

            assertThat(bench.run("inspectdb", "shop_*", "--package=shop", "--output=" + folder))
                    .isEqualTo(1);
            assertThat(bench.err)
                    .isEqualTo(folder.resolve("shop/Tag.java")
                            + " would be written over: nothing was written; move them" + " away, or say --force\n");
            assertThat(folder.resolve("shop/Tag.java")).hasContent("mine");

            assertThat(bench.run("inspectdb", "shop_*", "--package=shop", "--output=" + folder, "--force"))
                    .isZero();
            assertThat(folder.resolve("shop/Tag.java")).content().contains("@Managed(false)");
        }
    }

    @Test
    void views_have_models_if_that_is_asked_for() {
        try (var bench = new Bench(Kind.SQLITE, folder)) {
            bench.sql("create view shop_busy as select 1 as id, 'x' as name");

            assertThat(bench.run("inspectdb", "--package=shop")).isEqualTo(1);
            assertThat(bench.run("inspectdb", "--include-views", "--managed", "--package=shop"))
                    .isZero();

            assertThat(bench.out)
                    .startsWith("// shop/Busy.java\npackage shop;\n")
                    .contains("@Managed(false)\npublic class Busy extends");
            assertThat(bench.err).contains("it is a view, which has no key: column \"id\" was taken for one");
        }
    }

    @Test
    void what_is_not_there_is_told() {
        try (var bench = new Bench(Kind.SQLITE, folder)) {
            assertThat(bench.run("inspectdb")).isEqualTo(1);
            assertThat(bench.err).endsWith("has no table at all: no model was written\n");

            assertThat(bench.run("inspectdb", "a", "b*")).isEqualTo(1);
            assertThat(bench.err).endsWith("has no table called a or b*: no model was written\n");

            assertThat(bench.run("inspectdb", "--database=other")).isEqualTo(1);
            assertThat(bench.err).startsWith("there is no database \"other\": this project has [default]");

            assertThat(bench.run("inspectdb", "--package=my-site")).isEqualTo(2);
            assertThat(bench.err).startsWith("\"my-site\" is no package: write names with dots between");
        }
    }
}
