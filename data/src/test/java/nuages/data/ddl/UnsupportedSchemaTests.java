package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.Array;
import nuages.data.schema.ColumnType.Characters;
import nuages.data.schema.ColumnType.Whole;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.junit.jupiter.api.Test;

/** What a database lacks is an error where data would be wrong without it, and is left out where only time is lost. */
class UnsupportedSchemaTests {
    private static final Table TABLE = Table.of(
            "item", List.of(Column.id(), Column.of("name", new Characters(9)).asNullable()), "id");
    private static final Dialect MARIADB = MariaDb.direct();
    private static final Dialect SQLITE = Sqlite.embedded();

    private static void refused(Dialect dialect, Table table, String message) {
        assertThatExceptionOfType(UnsupportedSchema.class)
                .isThrownBy(() -> SchemaWriter.of(dialect).create(List.of(table)))
                .withMessage(message);
    }

    private static Table with(Constraint constraint) {
        return TABLE.withConstraints(List.of(constraint));
    }

    private static String index(Dialect dialect, Index index) {
        return String.join(";", SchemaWriter.of(dialect).createIndex(TABLE, index));
    }

    @Test
    void constraints_that_cannot_be_had_are_refused() {
        refused(
                MARIADB,
                with(Unique.of("once", "name").where("id > 3")),
                "table \"item\": constraint \"once\" is about some rows only, which MariaDB cannot do. "
                        + "Drop its condition, or use a database that can");
        refused(
                MARIADB,
                with(Unique.of("once", List.of(Part.expression("lower(name)")))),
                "table \"item\": constraint \"once\" is of an expression, which MariaDB cannot do. "
                        + "Make that a generated column, or use a database that can");
        for (var dialect : List.of(MARIADB, SQLITE)) {
            refused(
                    dialect,
                    with(Unique.of("later", "name").deferred(Deferral.DEFERRED)),
                    "table \"item\": constraint \"later\" can be deferred, which " + dialect.name()
                            + " cannot do. Let it be checked at once, or use a database that can");
            refused(
                    dialect,
                    with(Unique.of("nulls", "name").withEqualNulls()),
                    "table \"item\": constraint \"nulls\" lets nulls be equal, which " + dialect.name()
                            + " cannot do. Let its columns be not null, or use a database that can");
        }
    }

    @Test
    void columns_and_keys_that_cannot_be_had_are_refused() {
        var array = Table.of("t", List.of(Column.of("list", new Array(new Whole(false), 0))));

        for (var dialect : List.of(MARIADB, SQLITE)) {
            refused(
                    dialect,
                    array,
                    "a column is an array, which " + dialect.name()
                            + " does not have. Keep a JSON document or a table of its own, or use PostgreSQL");
        }
        refused(
                SQLITE,
                Table.of("t", List.of(Column.id(), Column.of("x", new Whole(false))), "x"),
                "table \"t\": column \"id\" numbers itself and is not the primary key, which SQLite cannot do. "
                        + "Make it the key by itself, or use a database that can");
        refused(
                MARIADB,
                TABLE.withForeignKeys(
                        List.of(ForeignKey.of("fk", "id", "item", "id").onDelete(Action.SET_DEFAULT))),
                "table \"item\": foreign key \"fk\" sets columns to their default, which MariaDB cannot do. "
                        + "Choose another action, or use a database that can");
    }

    @Test
    void indexes_lose_what_cannot_be_had() {
        var index = Index.of("i", "name").where("id > 3").including(List.of("id"));

        assertThat(index(Postgres.direct(), index))
                .isEqualTo("CREATE INDEX \"i\" ON \"item\" (\"name\") INCLUDE (\"id\") WHERE id > 3");
        assertThat(index(SQLITE, index)).isEqualTo("CREATE INDEX \"i\" ON \"item\" (\"name\") WHERE id > 3");
        assertThat(index(MARIADB, index)).isEqualTo("CREATE INDEX `i` ON `item` (`name`)");
        assertThat(index(MARIADB, Index.of("i", List.of(Part.expression("lower(name)")))))
                .isEmpty();
        assertThatExceptionOfType(UnsupportedSchema.class)
                .isThrownBy(() -> index(SQLITE, Index.of("i", "name").using("gin")))
                .withMessage("table \"item\": index \"i\" is kept as gin, which SQLite cannot do. "
                        + "Choose [btree], or use a database that can");
    }

    @Test
    void sqlite_changes_constraints_by_making_the_table_anew() {
        var writer = SchemaWriter.of(SQLITE);

        assertThatExceptionOfType(UnsupportedSchema.class)
                .isThrownBy(() -> writer.addConstraint(TABLE, new Check("c", "id > 0")))
                .withMessage(
                        "table \"item\" is there already and is to get the constraint \"c\", which SQLite does in a "
                                + "new table only. Let SchemaChange find the steps that make it anew");
        assertThatExceptionOfType(UnsupportedSchema.class)
                .isThrownBy(() -> writer.dropForeignKey(TABLE, ForeignKey.of("fk", "id", "item", "id")))
                .withMessageContaining("lose the foreign key \"fk\"");
    }
}
