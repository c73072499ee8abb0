package nuages.data.ddl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.*;
import nuages.data.schema.Table;

/**
 * A table of SQLite that is made anew with another definition: see https://www.sqlite.org/lang_altertable.html#otheralter.
 * What leads to it is left as it is, and so are views; triggers go with the old table.
 */
record SqliteRebuild(SqliteGrammar grammar, Pair pair, Fills fills) {
    private String temporary() {
        return "new__" + pair.name();
    }

    void add(Steps steps) {
        String made = grammar.quote(temporary());
        String name = grammar.quote(pair.name());
        String description = "make table " + pair.name() + " anew: ";
        steps.add(description + "create it", grammar.create(pair.after(), temporary()));
        var values = values();
        steps.add(
                description + "copy its rows",
                "INSERT INTO " + made + " (" + String.join(", ", values.keySet()) + ") SELECT "
                        + String.join(", ", values.values()) + " FROM " + name);
        if (numbers(pair.moved()) && numbers(pair.after())) {
            number(description + "go on with its numbers", steps);
        }
        steps.add(description + "drop the old one", "DROP TABLE " + name);
        // else views of the table, which there is none of at this moment, would keep it from being renamed
        steps.add(description + "leave views alone", "PRAGMA legacy_alter_table = ON");
        steps.add(description + "rename it", "ALTER TABLE " + made + " RENAME TO " + name);
        steps.add(description + "leave views alone no longer", "PRAGMA legacy_alter_table = OFF");
    }

    private static boolean numbers(Table table) {
        return table.columns().stream().anyMatch(Column::identity);
    }

    /** Numbers of rows that are gone are not given again. */
    private void number(String description, Steps steps) {
        String made = literal(temporary());
        steps.add(description, "DELETE FROM sqlite_sequence WHERE name = " + made);
        steps.add(
                description,
                "INSERT INTO sqlite_sequence (name, seq) SELECT " + made + ", seq FROM sqlite_sequence WHERE name = "
                        + literal(pair.name()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** What the columns are filled with, those that fill themselves apart. */
    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var column : pair.after().columns()) {
            if (column.generated() == null) {
                value(column).ifPresent(it -> values.put(grammar.quote(column.name()), it));
            }
        }
        if (values.isEmpty()) {
            var number =
                    pair.after().columns().stream().filter(Column::identity).findFirst();
            values.put(number.map(it -> grammar.quote(it.name())).orElse("rowid"), "rowid");
        }
        return values;
    }

    private Optional<String> value(Column column) {
        var fill = fills.of(pair.name(), column.name()).map(SqlText::wrapped);
        var both = pair.both(column.name());
        if (both.isEmpty()) {
            return column.identity() ? Optional.empty() : fill;
        }
        String kept = converted(both.get());
        if (!both.get().tightened()) {
            return Optional.of(kept);
        }
        return Optional.of(
                fill.or(() -> Optional.ofNullable(column.defaultSql()).map(SqlText::wrapped))
                        .map(it -> "coalesce(" + kept + ", " + it + ")")
                        .orElse(kept));
    }

    /** Values are kept as texts in forms that each type has of its own. */
    private String converted(Pair.Both both) {
        String name = grammar.quote(both.name());
        var to = both.after().type();
        return switch (both.moved().type()) {
            case Date _ when to instanceof Timestamp -> name + " || ' 00:00:00'";
            case Timestamp _ when to instanceof Date -> "substr(" + name + ", 1, 10)";
            case Timestamp _ when to instanceof Time -> "substr(" + name + ", 12)";
            case Uuid _
            when Types.text(to) ->
                "lower(substr(%1$s, 1, 8) || '-' || substr(%1$s, 9, 4) || '-' || substr(%1$s, 13, 4) || '-' || "
                                .formatted(name)
                        + "substr(%1$s, 17, 4) || '-' || substr(%1$s, 21))".formatted(name);
            case Characters _, Text _ when to instanceof Uuid -> "lower(replace(" + name + ", '-', ''))";
            default -> name;
        };
    }
}
