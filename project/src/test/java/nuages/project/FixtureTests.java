package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nuages.data.model.Ref;
import nuages.project.shop.Shop;
import nuages.project.shop.Shop.Line;
import nuages.project.shop.Shop.Maker;
import nuages.project.shop.Shop.Product;
import nuages.project.shop.Shop.Tag;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What dumpdata writes, loaddata reads, whatever the database. */
class FixtureTests {
    private static final String ALL = """
        [
        {"model":"shop.maker","pk":1,"fields":{"name":"Ann","town":"Köln","owner":2}},
        {"model":"shop.maker","pk":2,"fields":{"name":"Bob","town":"Bonn","owner":null}},
        {"model":"shop.tag","pk":1,"fields":{"name":"red"}},
        {"model":"shop.tag","pk":2,"fields":{"name":"blue"}},
        {"model":"shop.product","pk":1,"fields":{"made_by":1,"name":"Chair \\"X\\"","price":"9.50","weight":1.5,"rank":3,\
        "sold":true,"added":"2024-02-29T12:30:00.000001Z","made":"2024-02-29","opens":"08:30:00","takes":"-1 23:59:59.500000",\
        "code":"00000000-0000-0001-0000-000000000002","photo":"AP8=","data":{"a":[1,null]},"tags":[2,1]}},
        {"model":"shop.product","pk":2,"fields":{"made_by":2,"name":"Table","price":"0.00","weight":null,"rank":0,\
        "sold":false,"added":null,"made":null,"opens":null,"takes":null,"code":null,"photo":null,"data":null,"tags":[]}},
        {"model":"shop.line","pk":[1,7],"fields":{"note":"first"}}
        ]
        """;

    private static final String NATURAL = """
        [
        {"model":"shop.product","pk":1,"fields":{"made_by":["Ann","Köln"],"name":"Chair","price":"9.50","rank":3,"sold":true,\
        "tags":[["blue"],["red"]]}},
        {"model":"shop.maker","fields":{"name":"Ann","town":"Köln","owner":["Bob","Bonn"]}},
        {"model":"shop.maker","fields":{"name":"Bob","town":"Bonn","owner":null}},
        {"model":"shop.tag","fields":{"name":"red"}},
        {"model":"shop.tag","fields":{"name":"blue"}}
        ]
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Bench bench(Kind kind) {
        var bench = new Bench(kind, folder, new Shop());
        bench.create(Maker.class, Tag.class, Product.class, Line.class);
        return bench;
    }

    private static void fill() {
        var bob = new Maker();
        var ann = new Maker();
        ann.name = "Ann";
        ann.town = "Köln";
        ann.save();
        bob.name = "Bob";
        bob.town = "Bonn";
        bob.save();
        ann.owner = Ref.to(bob);
        ann.save();
        var red = Tag.objects.create(it -> it.name = "red");
        var blue = Tag.objects.create(it -> it.name = "blue");
        var chair = Product.objects.create(it -> {
            it.madeBy = Ref.to(ann);
            it.name = "Chair \"X\"";
            it.price = new BigDecimal("9.50");
            it.weight = 1.5;
            it.rank = 3;
            it.sold = true;
            it.added = Instant.parse("2024-02-29T12:30:00.000001Z");
            it.made = LocalDate.of(2024, 2, 29);
            it.opens = LocalTime.of(8, 30);
            it.takes = Duration.ofMillis(-500);
            it.code = new UUID(1, 2);
            it.photo = new byte[] {0, -1};
            it.data = "{\"a\": [1, null]}";
        });
        chair.tags().add(blue);
        chair.tags().add(red);
        Product.objects.create(it -> {
            it.madeBy = Ref.to(bob);
            it.name = "Table";
        });
        Line.objects.create(it -> {
            it.product = Ref.to(chair);
            it.place = 7;
            it.note = "first";
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_written_as_django_writes_them(Kind kind) {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                fill();
                return true;
            });

            assertThat(bench.run("dumpdata")).as(bench.err).isZero();
            assertThat(bench.out).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_written_is_read_again_and_numbers_go_on(Kind kind) {
        try (var bench = bench(kind)) {
            bench.in = new StringReader(ALL);
            assertThat(bench.run("loaddata", "-")).as(bench.err).isZero();
            assertThat(bench.out).isEqualTo("loaded 7 rows\n");
            bench.in = new StringReader(ALL);
            assertThat(bench.run("loaddata", "-")).as(bench.err).isZero();

            assertThat(bench.run("dumpdata")).isZero();
            assertThat(bench.out).isEqualTo(ALL);
            assertThat(bench.work(() -> Tag.objects.create(it -> it.name = "new").id))
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_found_by_natural_keys_wherever_they_stand(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            bench.sql("insert into shop_tag (name) values ('other')", "insert into shop_tag (name) values ('red')");
            var file = Files.writeString(folder.resolve("shop.json"), NATURAL);

            assertThat(bench.run("loaddata", file.toString())).as(bench.err).isZero();
            assertThat(bench.count("shop_tag")).isEqualTo(3);

            assertThat(bench.run("dumpdata", "shop", "--exclude=shop.Tag", "--natural-foreign", "--natural-primary"))
                    .as(bench.err)
                    .isZero();
            assertThat(bench.out)
                    .contains(
                            "{\"model\":\"shop.maker\",\"fields\":{\"name\":\"Ann\",\"town\":\"Köln\",\"owner\":[\"Bob\",\"Bonn\"]}}")
                    .contains("\"made_by\":[\"Ann\",\"Köln\"]", "\"tags\":[[\"blue\"],[\"red\"]]")
                    .doesNotContain("shop.tag");
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_fixture_that_is_wrong_nothing_is_loaded(Kind kind) {
        try (var bench = bench(kind)) {
            bench.in = new StringReader("[{\"model\":\"shop.tag\",\"pk\":1,\"fields\":{\"name\":\"a\"}},"
                    + "{\"model\":\"shop.maker\",\"pk\":1,\"fields\":{\"name\":\"a\",\"town\":\"b\",\"owner\":9}}]");

            assertThat(bench.run("loaddata", "-")).isEqualTo(1);
            assertThat(bench.err).contains("owner").doesNotContain("\tat ");
            assertThat(bench.count("shop_tag")).isZero();
            assertThat(bench.count("shop_maker")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                                | the fixture is no list of objects
        [{"model":"shop.tag"                              | the fixture is no JSON behind object
        [{"model":"shop.tags","pk":1}]                    | object 1 is of model "shop.tags", which no app of this project has
        [{"model":"shop.tag","fields":{"nam":""}}]        | object 1 has a field "nam", which shop.tag does not have
        [{"model":"shop.tag","pk":"x"}]                   | object 1: "x" is no value for field "id" of shop.tag
        [{"model":"shop.line","pk":3}]                    | object 1 has the key 3, and that of shop.line is of 2 values
        [{"model":"shop.product","fields":{"made_by":["a","b"]}}] | object 1 of shop.product refers to a row by a natural key
        [{"model":"shop.product","fields":{"made_by":["a"]}}] | object 1: ["a"] is no value for field "made_by"
        """)
    void what_is_wrong_is_told(String fixture, String complaint) {
        try (var bench = bench(Kind.SQLITE)) {
            bench.in = new StringReader(fixture);

            assertThat(bench.run("loaddata", "-")).isEqualTo(1);
            assertThat(bench.err)
                    .startsWith(complaint)
                    .contains("nothing was loaded")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void what_this_project_does_not_have_can_be_passed_over() {
        try (var bench = bench(Kind.SQLITE)) {
            bench.in = new StringReader(
                    "[{\"model\":\"a.b\"},{\"model\":\"shop.tag\",\"fields\":{\"name\":\"a\",\"old\":1}}]");

            assertThat(bench.run("loaddata", "--ignorenonexistent", "-")).isZero();
            assertThat(bench.out).isEqualTo("loaded 1 row\n");
        }
    }

    @Test
    void many_rows_are_read_a_page_at_a_time() throws Exception {
        try (var bench = bench(Kind.POSTGRESQL)) {
            bench.sql("insert into shop_maker (name, town) select 'm' || i, 'x' from generate_series(1, 1700) i");
            var file = folder.resolve("makers.json");

            assertThat(bench.run("dumpdata", "--output=" + file, "shop.maker")).isZero();
            assertThat(bench.out).isEqualTo("wrote 1700 rows to " + file + "\n");
            bench.run("flush", "--no-input");
            assertThat(bench.run("loaddata", file.toString())).isZero();

            assertThat(bench.count("shop_maker where name = 'm' || id")).isEqualTo(1700);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_chosen_by_their_keys(Kind kind) {
        try (var bench = bench(kind)) {
            bench.sql(
                    "insert into shop_tag (name) values ('red')",
                    "insert into shop_tag (name) values ('blue')",
                    "insert into shop_tag (name) values ('green')");

            assertThat(bench.run("dumpdata", "shop.tag", "--pks=1,3"))
                    .as(bench.err)
                    .isZero();
            assertThat(bench.out).contains("\"red\"", "\"green\"").doesNotContain("blue");

            assertThat(bench.run("dumpdata", "shop.tag", "--pks=one")).isEqualTo(1);
            assertThat(bench.err).startsWith("\"one\" is no key of shop.tag: correct --pks");
            assertThat(bench.run("dumpdata", "shop", "--pks=1")).isEqualTo(2);
            assertThat(bench.err).startsWith("--pks is for one model, and 4 were chosen: name one, such as shop.");
        }
    }

    @Test
    void a_file_is_written_as_a_whole_or_stays_what_it_was() throws Exception {
        try (var bench = bench(Kind.SQLITE)) {
            bench.sql("insert into shop_maker (name, town) values ('a', 'b')", "drop table shop_line");
            var old = Files.writeString(folder.resolve("old.json"), "[]");

            assertThat(bench.run("dumpdata", "--output=" + old)).isEqualTo(1);
            assertThat(old).hasContent("[]");
            assertThat(bench.run("dumpdata", "--output=" + folder.resolve("new.json")))
                    .isEqualTo(1);
            assertThat(folder).isDirectoryNotContaining("glob:**/*new.json*").isDirectoryNotContaining("glob:**.part");

            assertThat(bench.run("dumpdata", "shop.maker", "--output=" + old)).isZero();
            assertThat(old).content().contains("\"town\":\"b\"");
        }
    }

    @Test
    void an_unknown_model_or_file_is_told() {
        try (var bench = bench(Kind.SQLITE)) {
            assertThat(bench.run("dumpdata", "shop.tags")).isEqualTo(1);
            assertThat(bench.err).startsWith("this project has no app or model \"shop.tags\": it has [shop.line,");
            assertThat(bench.run("loaddata", "missing.json")).isEqualTo(1);
            assertThat(bench.err)
                    .isEqualTo("there is no file missing.json that this process may read: nothing was loaded\n");
        }
    }
}
