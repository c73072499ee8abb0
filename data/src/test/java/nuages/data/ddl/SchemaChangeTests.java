package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.*;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Index;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What random changes do not come upon. */
class SchemaChangeTests {
    private static final Column NAME = Column.of("name", new Characters(9));
    private static final Column SIZE = Column.of("size", new Whole(false));

    private static Table item(Column... columns) {
        var all = new ArrayList<>(List.of(Column.id()));
        all.addAll(Arrays.asList(columns));
        return Table.of("item", all, "id");
    }

    private static Column called(String name, Column column) {
        return Renaming.called(column, name);
    }

    private static void run(Place place, List<Table> before, List<Table> after, Renames renames, Fills fills) {
        var steps = SchemaChange.of(place.database.dialect()).steps(before, after, renames, fills);
        place.work(() -> StepRunner.of(place.database).run(steps));
    }

    /** Changes it in a database and looks whether it is what creating it would have given. */
    private static void leads(Place place, Kind kind, Table before, Table after, Renames renames, Fills fills) {
        run(place, List.of(before), List.of(after), renames, fills);
        try (var other = new Place(kind)) {
            assertThat(AnyChangeTests.sorted(place.tables())).isEqualTo(AnyChangeTests.sorted(other.create(after)));
        }
    }

    private static List<String> texts(Place place, String sql) {
        return place.work(() -> place.database.sql(sql).list(String.class));
    }

    @ParameterizedTest
    @EnumSource
    void equal_tables_need_no_steps(Kind kind) {
        try (var place = new Place(kind)) {
            var table = item(NAME.asUnique(), SIZE.withDefault("(3)"))
                    .withConstraints(List.of(new Check("sized", "(size > 0)")))
                    .withIndexes(List.of(Index.of("by_size", "size")));
            var same = item(NAME.asUnique(), SIZE.withDefault("3"))
                    .withConstraints(List.of(new Check("sized", "size > 0")))
                    .withIndexes(List.of(Index.of("by_size", "size")));

            assertThat(SchemaChange.of(place.database.dialect())
                            .steps(List.of(table), List.of(same), Renames.none(), Fills.none()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void expressions_follow_renamed_columns_even_where_they_still_have_the_old_name(Kind kind) {
        var doubled = Column.of("doubled", new Whole(false)).asNullable();
        var before = item(NAME, SIZE, doubled.withGenerated(new GeneratedAs("size * 2", true)))
                .withConstraints(List.of(new Check("sized", "size > 0 and name <> 'size'")))
                .withIndexes(List.of(Index.of("by_doubled", "doubled")));
        var after = item(NAME, called("width", SIZE), doubled.withGenerated(new GeneratedAs("width * 2", true)))
                .withConstraints(List.of(new Check("sized", "width > 0 and name <> 'size'")))
                .withIndexes(List.of(Index.of("by_doubled", "doubled")));
        var stale = after.withConstraints(before.constraints());
        try (var place = new Place(kind)) {
            place.create(before);
            place.run("insert into item (name, size) values ('tea', 3)");
            leads(place, kind, before, after, Renames.none().withColumn("item", "size", "width"), Fills.none());
            assertThat(texts(place, "select doubled from item")).containsExactly("6");
            leads(place, kind, after, before, Renames.none().withColumn("item", "width", "size"), Fills.none());

            run(
                    place,
                    List.of(before),
                    List.of(stale),
                    Renames.none().withColumn("item", "size", "width"),
                    Fills.none());
            assertThat(place.table("item").constraints()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_column_is_computed_from_changes_and_so_does_whether_it_is(Kind kind) {
        var half = Column.of("half", new Whole(false)).asNullable();
        var before = item(SIZE, half.withGenerated(new GeneratedAs("size / 2", true)));
        var wider = item(SIZE.typed(new BigInteger(false)), half.withGenerated(new GeneratedAs("size / 2", true)));
        var plain = item(SIZE.typed(new BigInteger(false)), half);
        try (var place = new Place(kind)) {
            place.create(before);
            place.run("insert into item (size) values (8)");
            leads(place, kind, before, wider, Renames.none(), Fills.none());
            leads(place, kind, wider, plain, Renames.none(), Fills.none());
            assertThat(texts(place, "select half from item")).allMatch(it -> it.startsWith("4"));
            leads(place, kind, plain, before, Renames.none(), Fills.none());
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_column_becomes_the_key_and_what_leads_to_it_is_kept(Kind kind) {
        var code = Column.of("code", new Characters(20));
        var before = item(code.asUnique());
        var after = Table.of("item", List.of(code), "code");
        var lead = Table.of("holder", List.of(Column.id(), called("item_id", code)), "id")
                .withForeignKeys(List.of(
                        ForeignKey.of("to_item", "item_id", "item", "code").onDelete(Action.CASCADE)));
        try (var place = new Place(kind);
                var other = new Place(kind)) {
            place.create(before, lead);
            place.run(
                    "insert into item (code) values ('tea')",
                    "insert into item (code) values ('rum')",
                    "insert into holder (item_id) values ('rum')");
            run(place, List.of(before, lead), List.of(after, lead), Renames.none(), Fills.none());
            assertThat(place.tables()).isEqualTo(other.create(after, lead));
            assertThat(texts(place, "select item_id from holder")).containsExactly("rum");

            run(place, List.of(after, lead), List.of(before, lead), Renames.none(), Fills.none());
            assertThat(texts(place, "select id from item order by id")).containsExactly("1", "2");
            place.run("delete from item where code = 'rum'");
            assertThat(texts(place, "select item_id from holder")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_of_several_columns_come_and_go(Kind kind) {
        var a = Column.of("a", new Whole(false));
        var b = Column.of("b", new Whole(false));
        var before = Table.of("pair", List.of(a, b), "a");
        var after = Table.of("pair", List.of(a, b), "b", "a");
        var none = Table.of("pair", List.of(a, b.asNullable()));
        try (var place = new Place(kind)) {
            place.create(before);
            place.run("insert into pair values (1, 2)");
            leads(place, kind, before, after, Renames.none(), Fills.none());
            leads(place, kind, after, none, Renames.none(), Fills.none());
            leads(place, kind, none, before, Renames.none(), Fills.none());
            assertThat(texts(place, "select b from pair")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_numbers_itself_goes_on_behind_the_numbers_there_are(Kind kind) {
        var plain = Table.of("item", List.of(Column.of("id", new BigInteger(false)), NAME), "id");
        var numbered = item(NAME);
        try (var place = new Place(kind)) {
            place.create(plain);
            place.run("insert into item (id, name) values (41, 'tea')");
            leads(place, kind, plain, numbered, Renames.none(), Fills.none());
            place.run("insert into item (name) values ('rum')");
            assertThat(texts(place, "select id from item where name = 'rum'")).containsExactly("42");
            leads(place, kind, numbered, plain, Renames.none(), Fills.none());
            assertThat(texts(place, "select id from item order by id")).containsExactly("41", "42");
        }
    }

    @Test
    void sqlite_gives_no_number_twice_though_the_table_is_made_anew() {
        try (var place = new Place(Kind.SQLITE)) {
            place.create(item(NAME));
            place.run("insert into item (id, name) values (7, 'tea')", "delete from item");
            run(place, List.of(item(NAME)), List.of(item(NAME.asUnique())), Renames.none(), Fills.none());
            place.run("insert into item (name) values ('rum')");

            assertThat(texts(place, "select id from item")).containsExactly("8");
        }
    }

    @Test
    void sqlite_keeps_views_and_what_would_be_deleted_with_a_row() {
        var lead = Table.of("holder", List.of(Column.id(), Column.of("item_id", new BigInteger(false))), "id")
                .withForeignKeys(List.of(
                        ForeignKey.of("to_item", "item_id", "item", "id").onDelete(Action.CASCADE)));
        try (var place = new Place(Kind.SQLITE)) {
            place.create(item(NAME), lead);
            place.run(
                    "create view seen as select name from item",
                    "insert into item (id, name) values (7, 'tea')",
                    "insert into holder (item_id) values (7)");
            run(place, List.of(item(NAME)), List.of(item(NAME.asUnique())), Renames.none(), Fills.none());

            assertThat(texts(place, "select name from seen")).containsExactly("tea");
            assertThat(texts(place, "select item_id from holder")).containsExactly("7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_filled_by_values_expressions_and_defaults(Kind kind) {
        var color = Column.of("color", new Characters(20));
        var before = item(NAME, SIZE.asNullable(), called("depth", SIZE).asNullable());
        var after = item(NAME, SIZE, called("depth", SIZE).withDefault("5"), color, called("other", color));
        var fills = Fills.none()
                .with("item", "size", "id + 1")
                .with("item", "color", "'red'")
                .with("item", "other", "lower(name)");
        try (var place = new Place(kind)) {
            place.create(before);
            place.run("insert into item (id, name) values (8, 'Tea')");
            leads(place, kind, before, after, Renames.none(), fills);

            assertThat(texts(place, "select size from item")).containsExactly("9");
            assertThat(texts(place, "select depth from item")).containsExactly("5");
            assertThat(texts(place, "select color from item")).containsExactly("red");
            assertThat(texts(place, "select other from item")).containsExactly("tea");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_that_must_have_a_value_and_gets_none_is_an_error_if_there_are_rows(Kind kind) {
        try (var place = new Place(kind)) {
            place.create(item(NAME));
            place.run("insert into item (name) values ('tea')");

            assertThatExceptionOfType(StepFailed.class)
                    .isThrownBy(() ->
                            run(place, List.of(item(NAME)), List.of(item(NAME, SIZE)), Renames.none(), Fills.none()));
            assertThat(texts(place, "select name from item")).containsExactly("tea");
            place.run("delete from item");
        }
        try (var place = new Place(kind)) {
            place.create(item(NAME));
            leads(place, kind, item(NAME), item(NAME, SIZE), Renames.none(), Fills.none());
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_that_differ_in_capitals_only_are_other_names(Kind kind) {
        try (var place = new Place(kind)) {
            place.create(item(NAME.asUnique()));
            leads(
                    place,
                    kind,
                    item(NAME.asUnique()),
                    item(called("Name", NAME).asUnique()),
                    Renames.none().withColumn("item", "name", "Name"),
                    Fills.none());
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_become_values_of_another_type(Kind kind) {
        var before = item(
                Column.of("a", new Characters(20)),
                Column.of("b", new Bool()),
                Column.of("c", new Timestamp()),
                Column.of("d", new Whole(false)).withDefault("4"),
                Column.of("e", new Uuid()));
        var after = item(
                Column.of("a", new Whole(false)),
                Column.of("b", new Whole(false)),
                Column.of("c", new Date()),
                Column.of("d", new Characters(9)).withDefault("'x'"),
                Column.of("e", new Characters(36)));
        String uuid = "01020304-0506-4708-890a-0b0c0d0e0f10";
        try (var place = new Place(kind)) {
            place.create(before);
            place.run("insert into item (a, b, c, d, e) values ('12', true, '2024-05-06 07:08:09', 3, '"
                    + (kind == Kind.SQLITE ? uuid.replace("-", "") : uuid) + "')");
            leads(place, kind, before, after, Renames.none(), Fills.none());

            assertThat(texts(place, "select a from item")).containsExactly("12");
            assertThat(texts(place, "select b from item")).containsExactly("1");
            assertThat(texts(place, "select c from item")).containsExactly("2024-05-06");
            assertThat(texts(place, "select d from item")).containsExactly("3");
            assertThat(texts(place, "select e from item")).containsExactly(uuid);
            leads(place, kind, after, before, Renames.none(), Fills.none());
            assertThat(texts(place, "select a from item")).containsExactly("12");
        }
    }

    @Test
    void postgresql_finds_what_has_a_name_that_nobody_chose() {
        var before = item(NAME.asUnique(), SIZE.typed(new Whole(true)));
        try (var place = new Place(Kind.POSTGRESQL)) {
            place.create(before);
            place.run(
                    "alter table item rename constraint item_name_key to item_name_5f2c_uniq",
                    "alter table item rename constraint item_size_check to item_size_6a_check");
            leads(place, Kind.POSTGRESQL, before, item(NAME, SIZE), Renames.none(), Fills.none());
        }
    }

    @Test
    void postgresql_changes_tables_in_the_transaction_that_changed_their_rows() {
        var lead = Table.of(
                        "holder",
                        List.of(
                                Column.id(),
                                Column.of("item_id", new BigInteger(false)).asNullable()),
                        "id")
                .withForeignKeys(List.of(ForeignKey.of("to_item", "item_id", "item", "id")));
        try (var place = new Place(Kind.POSTGRESQL)) {
            place.create(item(NAME), lead);
            place.work(() -> StepRunner.of(place.database).within(() -> {
                place.database.sql("insert into item (name) values ('tea')").update();
                place.database.sql("insert into holder (item_id) values (1)").update();
                StepRunner.of(place.database)
                        .run(SchemaChange.of(place.database.dialect())
                                .steps(
                                        List.of(lead),
                                        List.of(lead.withConstraints(List.of(Unique.of("once", "item_id")))),
                                        Renames.none(),
                                        Fills.none()));
                return true;
            }));
            assertThat(place.table("holder").constraints()).hasSize(1);
        }
    }
}
