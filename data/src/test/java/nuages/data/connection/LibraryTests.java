package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import nuages.testing.servers.Kind;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other libraries on a lent data source, each within a work, that leave nothing behind. */
class LibraryTests {
    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, it -> it.size = 2);
        bench.work(() -> bench.sql("create table item (id integer primary key, name varchar(50))")
                .update());
        return bench;
    }

    private static long count(Bench bench) {
        return bench.count("select count(*) from item");
    }

    @ParameterizedTest
    @EnumSource
    void jdbi(Kind kind) {
        try (var bench = bench(kind)) {
            var jdbi = Jdbi.create(bench.database.dataSource());
            bench.work(() -> {
                jdbi.useHandle(handle -> handle.execute("insert into item values (?, ?)", 1, "tea"));
                assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                            handle.execute("insert into item values (2, 'milk')");
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no");
                jdbi.useTransaction(handle -> handle.execute("insert into item values (3, 'water')"));

                assertThat(jdbi.<java.util.List<String>, RuntimeException>withHandle(
                                handle -> handle.createQuery("select name from item order by id")
                                        .mapTo(String.class)
                                        .list()))
                        .containsExactly("tea", "water");
                bench.assertAtRest();
            });

            assertThat(count(bench)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void jooq(Kind kind) {
        try (var bench = bench(kind)) {
            var jooq = DSL.using(
                    bench.database.dataSource(),
                    switch (kind) {
                        case SQLITE -> SQLDialect.SQLITE;
                        case POSTGRESQL -> SQLDialect.POSTGRES;
                        case MARIADB -> SQLDialect.MARIADB;
                    });
            var item = table("item");
            var id = field("id", Integer.class);
            var name = field("name", String.class);
            bench.work(() -> {
                jooq.insertInto(item, id, name)
                        .values(1, "tea")
                        .values(2, "milk")
                        .execute();
                assertThatThrownBy(() -> jooq.transaction(inner -> {
                            inner.dsl().deleteFrom(item).execute();
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no");
                assertThat(jooq.select(name).from(item).where(id.ge(2)).fetch(name))
                        .containsExactly("milk");
                bench.assertAtRest();

                bench.database.atomic(() -> {
                    jooq.deleteFrom(item).where(id.eq(1)).execute();
                    assertThat(bench.sql("select count(*) from item").one(Long.class))
                            .as("it takes part in the transaction")
                            .isOne();
                });
            });

            assertThat(count(bench)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void an_array_goes_there_and_back(Kind kind) throws java.sql.SQLException {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                try (var connection = bench.database.dataSource().getConnection();
                        var statement = connection.prepareStatement("select ?::int[]")) {
                    statement.setArray(1, connection.createArrayOf("int4", new Integer[] {1, 2}));
                    try (var rows = statement.executeQuery()) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getArray(1).getArray()).isEqualTo(new Integer[] {1, 2});
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void flyway(Kind kind) {
        try (var bench = new Bench(kind, it -> it.size = 4)) {
            var flyway = Flyway.configure()
                    .dataSource(bench.database.dataSource())
                    .locations("classpath:migrations")
                    .load();
            bench.work(() -> {
                assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
                assertThat(flyway.migrate().migrationsExecuted).isZero();
                bench.assertAtRest();
            });

            assertThat(count(bench)).isOne();
        }
    }
}
