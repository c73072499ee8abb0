package nuages.data.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import nuages.data.schema.ColumnType.Characters;
import nuages.data.schema.ColumnType.Decimal;
import nuages.data.schema.ColumnType.Whole;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey.Action;
import org.junit.jupiter.api.Test;

class TableTests {
    private static final Column NAME = Column.of("name", new Characters(9));

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }

    @Test
    void a_table_does_not_change_with_the_lists_it_was_made_of() {
        var columns = new ArrayList<>(List.of(Column.id()));
        var table = Table.of("item", columns, "id");
        columns.add(NAME);

        assertThat(table.columns()).containsExactly(Column.id());
        assertThat(table.column("id")).contains(Column.id());
        assertThat(table.column("name")).isEmpty();
    }

    @Test
    void a_column_has_one_name_and_a_table_one_of_that_name() {
        refused(
                () -> Column.of(" ", new Whole(false)),
                "the name of a column is \" \", which no database takes: give it a name without NUL");
        refused(
                () -> Column.of("a\0b", new Whole(false)),
                "the name of a column is \"a\\0b\", which no database takes: give it a name without NUL");
        refused(
                () -> Table.of("item", List.of(NAME, NAME)),
                "table \"item\" has the column \"name\" twice: name it once");
        refused(() -> Table.of("item", List.of()), "the table \"item\" has no columns: name one");
    }

    @Test
    void keys_indexes_and_constraints_are_of_columns_that_are_there() {
        var table = Table.of("item", List.of(Column.id(), NAME), "id");
        String message = "a key, index or constraint of table \"item\" is of column \"size\", which it does not have: "
                + "it has [id, name]";

        refused(() -> Table.of("item", table.columns(), "size"), message);
        refused(() -> table.withIndexes(List.of(Index.of("i", "size"))), message);
        refused(() -> table.withIndexes(List.of(Index.of("i", "id").including(List.of("size")))), message);
        refused(() -> table.withConstraints(List.of(Unique.of("u", "id", "size"))), message);
        refused(() -> table.withForeignKeys(List.of(ForeignKey.of("f", "size", "item", "id"))), message);
    }

    @Test
    void a_name_is_given_once() {
        var table = Table.of("item", List.of(Column.id(), NAME), "id").withIndexes(List.of(Index.of("twice", "name")));

        refused(
                () -> table.withConstraints(List.of(Unique.of("twice", "name"))),
                "table \"item\" has an index or constraint \"twice\" twice: name it once");
    }

    @Test
    void a_value_has_one_source() {
        refused(
                () -> Column.id().withDefault("7"),
                "column \"id\" is more than one of identity, generated and with a default, so its value has two"
                        + " sources: keep one");
        refused(
                () -> Column.id().asNullable(),
                "column \"id\" is an identity that may be null, which no database has: drop one of them");
        refused(
                () -> NAME.withDefault(" "),
                "the SQL of a default of column name is \" \", which no database takes: write an expression, or leave"
                        + " it out");
    }

    @Test
    void what_cannot_be_is_refused() {
        refused(
                () -> new Decimal(2, 3),
                "a decimal number of 2 digits, 3 of them after the point, does not exist: let 0 <= places <= digits");
        refused(() -> new Characters(-1), "text of at most -1 characters does not exist: use 0 for no limit");
        refused(
                () -> new ForeignKey("f", List.of("a"), "t", List.of("b", "c"), Action.CASCADE, true, true),
                "foreign key \"f\" leads from [a] to [b, c], which cannot be equal: name as many columns of each");
        refused(
                () -> Unique.of("u", "name").where("id > 3").deferred(Deferral.DEFERRED),
                "constraint \"u\" can be deferred and is of some rows, of expressions or with included columns, which"
                        + " no database has together: choose one");
    }
}
