package nuages.data.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Table;

/**
 * A change of SQLite's tables: what has another name is renamed, a column that can be added is, and for all else the table
 * is made anew with its rows, which needs foreign keys to be off. One thread's.
 */
final class SqliteChange {
    private final SqliteGrammar grammar;
    private final Matching matching;
    private final Fills fills;
    private final Steps steps = new Steps();
    private final Map<Pair, Parts> parts = new LinkedHashMap<>();

    /** How a table is changed. */
    private record Parts(boolean anew, Difference<Index> indexes, Difference<Constraint> uniques) {}

    SqliteChange(SqliteGrammar grammar, Matching matching, Fills fills) {
        this.grammar = grammar;
        this.matching = matching;
        this.fills = fills;
        for (var pair : matching.pairs) {
            var names = new HashSet<>(pair.renamed().columns().values());
            parts.put(pair, new Parts(anew(pair, names), indexes(pair, names), uniques(pair, names)));
        }
    }

    /** SQLite writes new names into expressions in its own way, so what has some is made again. */
    private static Difference<Index> indexes(Pair pair, Set<String> names) {
        return Difference.of(
                Kind.INDEXES,
                pair.old().indexes(),
                pair.moved().indexes(),
                pair.after().indexes(),
                it -> Pair.written(it.condition(), it.parts(), names),
                _ -> false,
                Set.of());
    }

    private static Difference<Constraint> uniques(Pair pair, Set<String> names) {
        return Difference.of(
                Kind.CONSTRAINTS,
                outer(pair.old()),
                outer(pair.moved()),
                outer(pair.after()),
                it -> it instanceof Unique unique && Pair.written(unique.condition(), unique.parts(), names),
                _ -> false,
                Set.of());
    }

    private static List<Constraint> outer(Table table) {
        return table.constraints().stream().filter(it -> !Grammar.ofTable(it)).toList();
    }

    private boolean anew(Pair pair, Set<String> names) {
        var easy = new ArrayList<String>();
        pair.added().stream().filter(it -> easy(pair, it)).forEach(it -> easy.add(it.name()));
        boolean same = pair.gone().isEmpty()
                && easy.size() == pair.added().size()
                && !pair.newKey()
                && pair.both().stream().allMatch(it -> it.is().equals(it.becomes()));
        var keys = pair.after().foreignKeys().stream()
                .filter(it ->
                        it.columns().size() > 1 || !easy.contains(it.columns().getFirst()))
                .toList();
        return !same
                || !new HashSet<>(keys).equals(new HashSet<>(pair.moved().foreignKeys()))
                || !inner(pair.moved()).equals(inner(pair.after()))
                || written(pair.moved(), names);
    }

    private Set<Constraint> inner(Table table) {
        var inner = new HashSet<Constraint>();
        grammar.inner(table).forEach(it -> inner.add(Canonical.of(it)));
        return inner;
    }

    private boolean written(Table table, Set<String> names) {
        return grammar.inner(table).anyMatch(it -> it instanceof Constraint.Check && Pair.concerns(it, names))
                || table.columns().stream()
                        .anyMatch(it -> it.generated() != null
                                && SqlNames.mentions(it.generated().sql(), names));
    }

    /** Whether it can be added to a table that has rows. */
    private boolean easy(Pair pair, Column column) {
        String value = column.defaultSql();
        boolean filled = value == null
                ? column.nullable()
                : SqlText.literal(value) && !value.toLowerCase(Locale.ROOT).startsWith("current");
        boolean leads =
                pair.after().foreignKeys().stream().anyMatch(it -> it.columns().contains(column.name()));
        return filled
                && !(leads && value != null)
                && !column.unique()
                && !column.identity()
                && column.generated() == null
                && !pair.after().primaryKey().contains(column.name())
                && fills.of(pair.name(), column.name()).isEmpty();
    }

    List<Step> steps() {
        matching.gone.forEach(it -> steps.add("drop table " + it.name(), "DROP TABLE " + grammar.quote(it.name())));
        parts.forEach((pair, it) -> {
            if (!it.anew()) {
                it.indexes().dropped().forEach(index -> dropIndex(pair, index.name()));
                it.uniques().dropped().forEach(unique -> dropIndex(pair, unique.name()));
            }
        });
        rename();
        parts.forEach((pair, it) -> {
            if (it.anew()) {
                new SqliteRebuild(grammar, pair, fills).add(steps);
            } else {
                pair.added().forEach(column -> add(pair.after(), column));
            }
        });
        matching.fresh.forEach(it -> steps.add("create table " + it.name(), grammar.create(it)));
        matching.fresh.forEach(it -> create(it, it.indexes(), outer(it)));
        parts.forEach((pair, it) -> {
            var after = pair.after();
            if (it.anew()) {
                create(after, after.indexes(), outer(after));
            } else {
                create(after, it.indexes().added(), it.uniques().added());
            }
        });
        return steps.all();
    }

    private void dropIndex(Pair pair, String name) {
        steps.add("drop index " + name, grammar.dropIndex(pair.old(), name));
    }

    private void rename() {
        for (var move : Moves.of(matching.tables.keySet(), matching.tables)) {
            steps.add(
                    "rename table " + move.from() + " to " + move.to(),
                    "ALTER TABLE " + grammar.quote(move.from()) + " RENAME TO " + grammar.quote(move.to()));
        }
        for (var pair : matching.pairs) {
            var names = pair.old().columns().stream().map(Column::name).toList();
            for (var move : Moves.of(names, pair.renamed().columns())) {
                steps.add(
                        "rename column " + pair.name() + "." + move.from() + " to " + move.to(),
                        "ALTER TABLE " + grammar.quote(pair.name()) + " RENAME COLUMN " + grammar.quote(move.from())
                                + " TO " + grammar.quote(move.to()));
            }
        }
    }

    private void add(Table table, Column column) {
        steps.add(
                "add column " + table.name() + "." + column.name(),
                "ALTER TABLE " + grammar.quote(table.name()) + " ADD COLUMN " + grammar.quote(column.name()) + " "
                        + grammar.definition(table, column));
    }

    private void create(Table table, List<Index> indexes, List<Constraint> uniques) {
        uniques.forEach(
                it -> steps.add("add constraint " + table.name() + "." + it.name(), grammar.addConstraint(table, it)));
        indexes.forEach(it -> steps.add("create index " + it.name(), grammar.createIndex(table, it)));
    }
}
