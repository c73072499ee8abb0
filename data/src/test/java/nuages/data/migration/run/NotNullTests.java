package nuages.data.migration.run;

import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.addField;
import static nuages.data.migration.Operation.alterField;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.removeField;
import static nuages.data.migration.Operation.runSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nuages.data.migration.Operation;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that must not be null, in tables with rows. */
class NotNullTests {
    private static final Operation VOTES =
            createModel("Vote", id(), integer("size").nullable(), varchar("by", 9));

    private static Place place(Kind kind) {
        var place = new Place(kind).with("0001_initial", VOTES);
        place.migrate();
        place.run(
                "insert into polls_vote (size, " + by(kind) + ") values (1, 'a')",
                "insert into polls_vote (" + by(kind) + ") values ('b')");
        return place;
    }

    private static String by(Kind kind) {
        return kind == Kind.MARIADB ? "`by`" : "\"by\"";
    }

    @ParameterizedTest
    @EnumSource
    void a_new_one_that_nothing_fills_is_refused_before_anything_is_done(Kind kind) {
        try (var place = place(kind)) {
            var before = place.tables();
            place.with("0002_more", createModel("Other", id()), addField("Vote", integer("rank")));
            assertThatThrownBy(place::migrate)
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessageStartingWith("migration polls.0002_more could not be applied: step 1 of ")
                    .hasMessageContaining("look for rows of polls_vote without rank: column polls_vote.rank must not be"
                            + " null, and there are rows for which nothing says what they get in it: say by"
                            + " filledWith(…) what these get");
            assertThat(place.tables()).isEqualTo(before);

            place.with(
                    "0002_more",
                    createModel("Other", id()),
                    addField("Vote", integer("rank")).filledWith("7"));
            place.migrate();
            assertThat(place.rows(Long.class, "select rank from polls_vote")).containsExactly(7L, 7L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_may_be_null_no_longer_needs_something_for_rows_without(Kind kind) {
        try (var place = place(kind)) {
            place.with("0002_more", alterField("Vote", integer("size")));
            assertThatThrownBy(place::migrate).hasMessageContaining("there are rows that have nothing in it");

            place.with(
                    "0002_more",
                    runSql("update polls_vote set size = 3 where size is null").backwards(),
                    alterField("Vote", integer("size")));
            place.migrate();
            assertThat(place.rows(Long.class, "select size from polls_vote order by size"))
                    .containsExactly(1L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_comes_back_needs_something_for_all_rows(Kind kind) {
        try (var place = place(kind)) {
            place.with("0002_more", removeField("Vote", "by"));
            place.migrate();
            assertThatThrownBy(() -> place.migrateTo("0001_initial"))
                    .hasMessageContaining("could not be undone")
                    .hasMessageContaining("or by undoneWith(…) where a removed field comes back");
            assertThat(place.applied()).hasSize(2);

            place.with("0002_more", removeField("Vote", "by").undoneWith("'?'"));
            place.work(() -> place.migrator()
                    .accept(place.migrations.keySet().stream()
                            .reduce((_, it) -> it)
                            .orElseThrow()));
            place.migrateTo("0001_initial");
            assertThat(place.rows(String.class, "select " + by(kind) + " from polls_vote"))
                    .containsExactly("?", "?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_without_rows_needs_nothing(Kind kind) {
        try (var place = place(kind)) {
            place.run("delete from polls_vote");
            place.with("0002_more", addField("Vote", integer("rank")), alterField("Vote", integer("size")));
            place.migrate();
            assertThat(place.applied()).hasSize(2);
        }
    }
}
