package nuages.data.ddl;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nuages.data.schema.Column;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Table;

/**
 * A change of tables in place, for PostgreSQL and MariaDB: first goes what would be in the way, then things get their new
 * names, then columns change, and at last comes what is new. One thread's.
 */
final class ServerChange {
    private final Grammar grammar;
    private final Alterations alterations;
    private final Matching matching;
    private final Fills fills;
    private final Steps steps = new Steps();
    private final Differences parts;

    ServerChange(Grammar grammar, Alterations alterations, Matching matching, Fills fills) {
        this.grammar = grammar;
        this.alterations = alterations;
        this.matching = matching;
        this.fills = fills;
        this.parts = Differences.of(alterations, matching);
    }

    List<Step> steps() {
        drop();
        rename();
        parts.forEach((pair, it) -> alterations.alter(pair, it.remade(), fills, steps));
        for (var table : matching.fresh) {
            String created = grammar.create(table);
            steps.add("create table " + table.name(), created, alterations.unlessThere(created));
            grammar.comments(table).forEach(it -> steps.add("comment on table " + table.name(), it));
        }
        add();
        return steps.all();
    }

    private void drop() {
        parts.forEach((pair, it) -> keys(pair.old(), it.keys().dropped()));
        matching.gone.forEach(it -> keys(it, it.foreignKeys()));
        matching.gone.forEach(it -> steps.add(
                "drop table " + it.name(),
                "DROP TABLE " + grammar.quote(it.name()),
                "DROP TABLE IF EXISTS " + grammar.quote(it.name())));
        parts.forEach((pair, it) -> {
            it.indexes().dropped().forEach(index -> alterations.dropIndex(pair.old(), index.name(), steps));
            it.constraints().dropped().forEach(one -> alterations.dropConstraint(pair.old(), one, steps));
            alterations.loosen(pair, it.remade(), steps);
        });
    }

    private void keys(Table table, List<ForeignKey> keys) {
        if (!keys.isEmpty()) {
            alterations.dropKeys(table, keys, steps);
        }
    }

    private void rename() {
        for (var move : Moves.of(matching.tables.keySet(), matching.tables)) {
            alterations.renameTable(move, steps);
        }
        parts.forEach((pair, it) -> {
            columns(pair, it.remade());
            it.indexes().renamed().forEach(one -> alterations.renameIndex(pair.after(), one, steps));
            it.constraints().renamed().forEach(one -> alterations.renameConstraint(pair.after(), one, steps));
            it.keys().renamed().forEach(one -> alterations.renameKey(pair.after(), one, steps));
        });
    }

    /** Columns that go are gone already, and so are those that are made again. */
    private void columns(Pair pair, Set<String> remade) {
        var names = new HashMap<>(pair.renamed().columns());
        var left = new HashMap<String, Column>();
        pair.old().columns().forEach(it -> left.put(it.name(), it));
        var gone = pair.gone().stream().map(Column::name);
        Stream.concat(gone, remade.stream()).map(pair::oldName).forEach(it -> {
            names.remove(it);
            left.remove(it);
        });
        for (var move : Moves.of(left.keySet(), names)) {
            var column = Objects.requireNonNull(left.remove(move.from()));
            alterations.renameColumn(pair.after(), column, move.to(), steps);
            left.put(move.to(), Renaming.called(column, move.to()));
        }
    }

    private void add() {
        for (var table : matching.fresh) {
            var inner = grammar.inner(table).toList();
            table.constraints().stream()
                    .filter(it -> !inner.contains(it))
                    .forEach(it -> alterations.addConstraint(table, it, steps));
            table.indexes().forEach(it -> alterations.addIndex(table, it, steps));
        }
        parts.forEach((pair, it) -> {
            it.constraints().added().forEach(one -> alterations.addConstraint(pair.after(), one, steps));
            it.indexes().added().forEach(one -> alterations.addIndex(pair.after(), one, steps));
        });
        matching.fresh.forEach(table -> grammar.outerKeys(table).forEach(it -> alterations.addKey(table, it, steps)));
        parts.forEach((pair, it) -> it.keys().added().forEach(one -> alterations.addKey(pair.after(), one, steps)));
    }
}
