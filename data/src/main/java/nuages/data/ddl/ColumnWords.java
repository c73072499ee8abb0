package nuages.data.ddl;

import nuages.data.schema.Column;
import nuages.data.schema.Table;

/** A column's definition in the order that Django has. */
final class ColumnWords {
    private ColumnWords() {}

    /** What PostgreSQL and SQLite have in common. */
    static String standard(Grammar grammar, Table table, Column column) {
        var words = new StringBuilder(grammar.type(column.type()));
        words.append(source(grammar, column));
        words.append(column.nullable() ? " NULL" : " NOT NULL");
        words.append(unique(grammar, table, column));
        grammar.check(column)
                .ifPresent(it -> words.append(" CHECK (").append(it).append(')'));
        return words.toString();
    }

    /** Its order, and where its values come from. */
    static String source(Grammar grammar, Column column) {
        var words = new StringBuilder();
        if (column.collation() != null) {
            words.append(" COLLATE ").append(grammar.quote(column.collation()));
        }
        if (column.defaultSql() != null) {
            words.append(" DEFAULT ").append(SqlText.defaulted(column.defaultSql()));
        }
        if (column.generated() != null) {
            words.append(" GENERATED ALWAYS AS ")
                    .append(SqlText.wrapped(column.generated().sql()))
                    .append(column.generated().stored() ? " STORED" : " VIRTUAL");
        }
        return words.toString();
    }

    static String unique(Grammar grammar, Table table, Column column) {
        if (grammar.key(table, column)) {
            return " PRIMARY KEY";
        }
        return column.unique() ? " UNIQUE" : "";
    }
}
