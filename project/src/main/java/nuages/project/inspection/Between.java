package nuages.project.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nuages.data.ddl.SchemaWriter;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.BigInteger;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Table;

/**
 * A table between two others that is all that a method with {@code @ManyToMany} makes, and so needs no model.
 *
 * @param from the table whose model has the method
 * @param to the table to whose rows it leads
 */
record Between(Table table, String from, String to) {
    /** The table as one between others; none if it holds anything more, or is called otherwise. */
    static Optional<Between> of(SchemaWriter writer, Relations relations, Map<String, String> classes, Table table) {
        if (table.columns().size() != 3 || !table.primaryKey().equals(List.of("id"))) {
            return Optional.empty();
        }
        var keys = table.columns().stream()
                .skip(1)
                .flatMap(it -> relations.reference(table, it).stream())
                .toList();
        if (keys.size() != 2) {
            return Optional.empty();
        }
        var between =
                new Between(table, keys.getFirst().toTable(), keys.getLast().toTable());
        boolean sought = relations.tables().stream()
                .flatMap(it -> it.foreignKeys().stream())
                .anyMatch(it -> it.toTable().equals(table.name()));
        return sought
                        || !between.columns(classes)
                                .equals(List.of(
                                        table.columns().get(1).name(),
                                        table.columns().get(2).name()))
                        || !writer.kept(between.made(writer)).equals(writer.kept(table))
                ? Optional.empty()
                : Optional.of(between);
    }

    private List<String> columns(Map<String, String> classes) {
        String first = classes.getOrDefault(from, from).toLowerCase(Locale.ROOT) + "_id";
        String second = classes.getOrDefault(to, to).toLowerCase(Locale.ROOT) + "_id";
        return first.equals(second) ? List.of("from_" + first, "to_" + second) : List.of(first, second);
    }

    /** The table that would be made. */
    private Table made(SchemaWriter writer) {
        var first = table.columns().get(1);
        var second = table.columns().get(2);
        var pair = List.of(first.name(), second.name());
        return Table.of(
                        table.name(),
                        List.of(
                                Column.of("id", new BigInteger(false)).asIdentity(),
                                Column.of(first.name(), first.type()),
                                Column.of(second.name(), second.type())),
                        "id")
                .withForeignKeys(
                        table.foreignKeys().stream().map(it -> key(writer, it)).toList())
                .withConstraints(
                        List.of(Unique.of(writer.names().unique(table.name(), pair), first.name(), second.name())));
    }

    private ForeignKey key(SchemaWriter writer, ForeignKey key) {
        String column = key.columns().getFirst();
        String to = key.toColumns().getFirst();
        return ForeignKey.of(
                writer.names().foreignKey(table.name(), column, key.toTable(), to), column, key.toTable(), to);
    }

    /** The field's name in words: the table's without that of the model that has it. */
    String words() {
        return table.name().startsWith(from + "_") ? table.name().substring(from.length() + 1) : table.name();
    }
}
