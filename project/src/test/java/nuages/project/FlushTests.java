package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import nuages.project.shop.Shop;
import nuages.project.shop.Shop.Line;
import nuages.project.shop.Shop.Maker;
import nuages.project.shop.Shop.Product;
import nuages.project.shop.Shop.Tag;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlushTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void all_rows_go_and_numbers_begin_anew(Kind kind) {
        try (var bench = new Bench(kind, folder, new Shop())) {
            bench.create(Maker.class, Product.class, Tag.class, Line.class);
            bench.sql("create table stays (id integer)", "insert into stays values (1)");
            bench.sql(
                    "insert into shop_maker (name, town) values ('a', 'x')",
                    "insert into shop_maker (name, town, owner_id) values ('b', 'x', 1)",
                    "update shop_maker set owner_id = 2 where name = 'a'",
                    "insert into shop_tag (name) values ('t')");

            assertThat(bench.run("flush", "--no-input")).as(bench.err).isZero();
            assertThat(bench.out).isEqualTo("deleted all rows of 5 tables\n");
            assertThat(bench.count("shop_maker")).isZero();
            assertThat(bench.count("stays")).isOne();
            bench.sql("insert into shop_tag (name) values ('t')");
            assertThat(bench.count("shop_tag where id = 1")).isOne();
        }
    }

    @Test
    void it_asks_first() {
        try (var bench = new Bench(Kind.SQLITE, folder, new Shop())) {
            bench.create(Maker.class, Product.class, Tag.class, Line.class);
            bench.sql("insert into shop_tag (name) values ('t')");

            assertThat(bench.run("flush")).isEqualTo(1);
            assertThat(bench.out)
                    .startsWith("This deletes all rows of 5 tables of database default (sqlite:")
                    .endsWith("), for good. Type yes to go on: ");
            assertThat(bench.err).isEqualTo("nothing was deleted\n");
            bench.in = new StringReader("y\n");
            assertThat(bench.run("flush")).isEqualTo(1);
            assertThat(bench.count("shop_tag")).isOne();

            bench.in = new StringReader("yes\n");
            assertThat(bench.run("flush")).isZero();
            assertThat(bench.count("shop_tag")).isZero();
        }
    }

    @Test
    void without_tables_there_is_nothing_to_delete() {
        try (var bench = new Bench(Kind.SQLITE, folder, new Shop())) {
            assertThat(bench.run("flush")).isZero();
            assertThat(bench.out).endsWith("has no table of this project: there is nothing to delete\n");
        }
    }
}
