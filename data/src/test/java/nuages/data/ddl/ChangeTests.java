package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.BigInteger;
import nuages.data.schema.ColumnType.Characters;
import nuages.data.schema.ColumnType.Whole;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are there are changed. */
class ChangeTests {
    private static final Table ITEM =
            Table.of("item", List.of(Column.id(), Column.of("name", new Characters(9))), "id");

    private static Table with(Table table, Column column) {
        var columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    @ParameterizedTest
    @EnumSource
    void a_column_comes_and_goes(Kind kind) {
        var column = Column.of("price", new Whole(true)).withDefault("3").withComment("in cents");
        var wider = with(ITEM, column);
        try (var place = new Place(kind)) {
            place.create(ITEM);
            place.run(place.writer.addColumn(wider, column));

            assertThat(place.table("item")).isEqualTo(place.writer.kept(wider));

            var renamed = with(
                    ITEM, Column.of("cost", new Whole(true)).withDefault("3").withComment("in cents"));
            place.run(place.writer.renameColumn(wider, "price", "cost"));
            assertThat(place.table("item").columns()).extracting(Column::name).containsExactly("id", "name", "cost");
            if (kind != Kind.SQLITE) {
                // the check of a type belongs to its column there, on SQLite it holds the column
                place.run(place.writer.dropColumn(renamed, "cost"));
                assertThat(place.table("item")).isEqualTo(place.writer.kept(ITEM));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_with_a_foreign_key_is_added(Kind kind) {
        var column = Column.of("parent_id", new BigInteger(false)).asNullable();
        var key = ForeignKey.of("to_parent", "parent_id", "item", "id");
        var wider = with(ITEM, column).withForeignKeys(List.of(key));
        try (var place = new Place(kind)) {
            place.create(ITEM);
            place.run(place.writer.addColumn(wider, column));
            if (kind != Kind.SQLITE) {
                place.run(place.writer.addForeignKey(wider, key));
            }
            if (kind != Kind.MARIADB) {
                place.run(place.writer.createIndex(
                        wider, Index.of(place.writer.names().index("item", "parent_id"), "parent_id")));
            }

            assertThat(place.table("item")).isEqualTo(place.writer.kept(wider));
        }
    }

    /** MariaDB has no foreign key without an index. */
    @ParameterizedTest
    @EnumSource
    void a_foreign_key_needs_no_index_and_gets_and_loses_it_without_being_made_again(Kind kind) {
        var key = ForeignKey.of("to_parent", "parent_id", "item", "id");
        var parent = Column.of("parent_id", new BigInteger(false)).asNullable();
        var served = with(ITEM, parent).withForeignKeys(List.of(key));
        var bare = served.withForeignKeys(List.of(key.indexed(false)));
        try (var place = new Place(kind)) {
            place.create(bare);
            assertThat(place.table("item")).isEqualTo(place.writer.kept(bare));
            assertThat(place.table("item").indexes()).isEmpty();
            assertThat(place.table("item").foreignKeys().getFirst().indexed()).isEqualTo(kind == Kind.MARIADB);

            var there = List.of(place.table("item"));
            var change = SchemaChange.of(place.database.dialect());
            var coming = change.steps(there, List.of(served), Renames.none(), Fills.none());
            var going = change.steps(List.of(served), there, Renames.none(), Fills.none());

            if (kind == Kind.MARIADB) {
                assertThat(coming).isEmpty();
                assertThat(going).isEmpty();
            } else {
                assertThat(coming).singleElement().asString().contains("CREATE INDEX");
                assertThat(going).singleElement().asString().contains("DROP INDEX");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void constraints_and_indexes_come_and_go(Kind kind) {
        var unique = Unique.of("once", "name", "id");
        var check = new Check("some", "id > 0");
        var index = Index.of("by_name", "name");
        try (var place = new Place(kind)) {
            place.create(ITEM);
            place.run(place.writer.addConstraint(ITEM, unique));
            if (kind == Kind.POSTGRESQL) {
                place.run(place.writer.addConstraint(ITEM, check));
            }
            place.run(place.writer.createIndex(ITEM, index));
            assertThat(place.table("item").constraints()).contains(unique);
            assertThat(place.table("item").indexes()).containsExactly(index);

            place.run(place.writer.dropConstraint(ITEM, unique));
            if (kind == Kind.POSTGRESQL) {
                place.run(place.writer.dropConstraint(ITEM, check));
            }
            place.run(place.writer.dropIndex(ITEM, "by_name"));

            assertThat(place.table("item")).isEqualTo(place.writer.kept(ITEM));
        }
    }
}
