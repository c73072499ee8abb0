package nuages.data.ddl;

import nuages.data.connection.Database;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Looks for rows of SQLite whose foreign keys lead nowhere, which may be while these are not enforced. */
final class ForeignKeyCheck {
    private static final String DANGLING = """
        select c."table" as table_name, c.rowid as row_number, f."from" as column_name, c.parent as to_table
        from pragma_foreign_key_check c join pragma_foreign_key_list(c."table") f on f.id = c.fkid
        limit 1
        """;

    private ForeignKeyCheck() {}

    private record Dangling(String tableName, @Nullable Long rowNumber, String columnName, String toTable) {}

    static void of(Database database) {
        for (var found : database.sql(DANGLING).list(Dangling.class)) {
            throw new DatabaseException(
                    "table \"" + found.tableName() + "\" has a row (rowid " + found.rowNumber() + ") whose \""
                            + found.columnName() + "\" leads to no row of \"" + found.toTable()
                            + "\", so everything was rolled back: mend or delete that row, then run it again",
                    null);
        }
    }
}
