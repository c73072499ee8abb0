package nuages.data.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nuages.data.ddl.Difference.Renamed;
import nuages.data.ddl.Moves.Move;
import nuages.data.ddl.Steps.Clause;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Table;

/**
 * MariaDB's ways to change a table. A statement cannot be undone, so each has a second form that does no harm when it is
 * done already.
 */
record MariaDbAlterations(MariaDbGrammar grammar) implements Alterations {
    private static final String IF_THERE = "IF EXISTS";
    private static final String IF_NOT = "IF NOT EXISTS";

    /** A column whose name is written in a check or in a computed column cannot get another one. */
    @Override
    public Set<String> blocking(Pair pair) {
        var blocking = new HashSet<String>();
        for (var both : pair.both()) {
            if (!pair.oldName(both.name()).equals(both.name())) {
                blocking.add(both.name());
            }
        }
        return blocking;
    }

    /** One that names no column would go with any column that goes. */
    @Override
    public boolean disturbed(Pair pair, Check check, Set<String> remade) {
        var names = new HashSet<>(blocking(pair));
        names.addAll(remade);
        var all = pair.moved().columns().stream().map(Column::name).toList();
        boolean drops = !pair.gone().isEmpty() || !remade.isEmpty();
        return Pair.concerns(check, names) || (drops && !SqlNames.mentions(check.sql(), all));
    }

    /** What is unique is an index. */
    @Override
    public boolean renames(Constraint constraint) {
        return constraint instanceof Unique;
    }

    @Override
    public boolean renamesKeys() {
        return false;
    }

    @Override
    public String unlessThere(String create) {
        return create.replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ");
    }

    private String quoted(Table table) {
        return grammar.quote(table.name());
    }

    private Clause clause(String verb, String unless, String name) {
        return new Clause(verb, unless, grammar.quote(name));
    }

    /** The index that a foreign key made for itself goes with it. */
    @Override
    public void dropKeys(Table table, List<ForeignKey> keys, Steps steps) {
        var clauses = new ArrayList<Clause>();
        keys.forEach(it -> clauses.add(clause("DROP FOREIGN KEY", IF_THERE, it.name())));
        keys.forEach(it -> clauses.add(clause("DROP INDEX IF EXISTS", "", it.name())));
        steps.alter("drop foreign keys of " + table.name(), quoted(table), clauses);
    }

    @Override
    public void addKey(Table table, ForeignKey key, Steps steps) {
        String name = grammar.quote(key.name());
        steps.alter(
                "add foreign key " + table.name() + "." + key.name(),
                quoted(table),
                new Clause(
                        "ADD CONSTRAINT " + name + " FOREIGN KEY",
                        IF_NOT + " " + name,
                        "(" + grammar.quoted(key.columns()) + ") " + grammar.leads(key)));
    }

    @Override
    public void loosen(Pair pair, Set<String> remade, Steps steps) {
        var clauses = new ArrayList<Clause>();
        for (var both : pair.both()) {
            String old = pair.oldName(both.name());
            if (remade.contains(both.name())) {
                continue;
            }
            if (newNumbers(pair, both)) {
                var plain = pair.old().column(old).orElseThrow();
                clauses.add(new Clause("MODIFY COLUMN", IF_THERE, written(unnumbered(plain))));
            }
            if (both.is().unique() && !both.becomes().unique()) {
                clauses.add(clause("DROP INDEX", IF_THERE, old));
            }
        }
        if (pair.newKey() && !pair.moved().primaryKey().isEmpty()) {
            clauses.add(clause("DROP CONSTRAINT", IF_THERE, "PRIMARY"));
        }
        pair.gone().forEach(it -> clauses.add(clause("DROP COLUMN", IF_THERE, pair.oldName(it.name()))));
        remade.forEach(it -> clauses.add(clause("DROP COLUMN", IF_THERE, pair.oldName(it))));
        steps.alter("drop from " + pair.old().name(), quoted(pair.old()), clauses);
    }

    /** What numbers itself must be a key, so it stops doing so while there is another key. */
    private static boolean newNumbers(Pair pair, Pair.Both both) {
        return both.is().identity()
                && (pair.newKey() || (both.is().unique() && !both.becomes().unique()));
    }

    private static Column unnumbered(Column it) {
        return new Column(
                it.name(),
                it.type(),
                it.nullable(),
                false,
                it.unique(),
                it.defaultSql(),
                it.generated(),
                it.comment(),
                it.collation());
    }

    private String written(Column column) {
        return grammar.quote(column.name()) + " " + definition(column);
    }

    /** The index of what is unique by itself is called as its column. */
    @Override
    public void alter(Pair pair, Set<String> remade, Fills fills, Steps steps) {
        var names = new HashMap<String, String>();
        for (var both : pair.both()) {
            if (both.is().unique() && both.becomes().unique() && !remade.contains(both.name())) {
                names.put(pair.oldName(both.name()), both.name());
            }
        }
        for (var move : Moves.of(names.keySet(), names)) {
            renameIndex(pair.after(), move.from(), move.to(), steps);
        }
        new MariaDbTable(this, pair, remade, fills).alter(steps);
    }

    Clause add(Column column) {
        return new Clause("ADD COLUMN", IF_NOT, written(column));
    }

    Clause modify(Column column) {
        return new Clause("MODIFY COLUMN", "", written(column));
    }

    Clause unique(Column column) {
        String name = grammar.quote(column.name());
        return new Clause("ADD UNIQUE INDEX", IF_NOT, name + " (" + name + ")");
    }

    Clause primaryKey(Table table) {
        return new Clause("ADD PRIMARY KEY", IF_NOT, "(" + grammar.quoted(table.primaryKey()) + ")");
    }

    @Override
    public void dropIndex(Table table, String index, Steps steps) {
        steps.alter("drop index " + table.name() + "." + index, quoted(table), clause("DROP INDEX", IF_THERE, index));
    }

    @Override
    public void addIndex(Table table, Index index, Steps steps) {
        String created = grammar.createIndex(table, index);
        steps.add(
                "create index " + table.name() + "." + index.name(),
                created,
                created.replaceFirst("INDEX ", "INDEX IF NOT EXISTS "));
    }

    @Override
    public void renameIndex(Table table, Renamed<Index> index, Steps steps) {
        renameIndex(table, index.from(), index.after().name(), steps);
    }

    private void renameIndex(Table table, String from, String to, Steps steps) {
        steps.alter(
                "rename index " + table.name() + "." + from + " to " + to,
                quoted(table),
                new Clause("RENAME INDEX", IF_THERE, grammar.quote(from) + " TO " + grammar.quote(to)));
    }

    @Override
    public void dropConstraint(Table table, Constraint constraint, Steps steps) {
        steps.alter(
                "drop constraint " + table.name() + "." + constraint.name(),
                quoted(table),
                clause(constraint instanceof Check ? "DROP CONSTRAINT" : "DROP INDEX", IF_THERE, constraint.name()));
    }

    @Override
    public void addConstraint(Table table, Constraint constraint, Steps steps) {
        String name = grammar.quote(constraint.name());
        var clause = switch (constraint) {
            case Check it -> new Clause("ADD CONSTRAINT", IF_NOT, name + " CHECK " + SqlText.wrapped(it.sql()));
            case Unique it ->
                new Clause("ADD UNIQUE INDEX", IF_NOT, name + " (" + SqlText.list(it.parts(), grammar::part) + ")");
        };
        steps.alter("add constraint " + table.name() + "." + constraint.name(), quoted(table), clause);
    }

    @Override
    public void renameConstraint(Table table, Renamed<Constraint> it, Steps steps) {
        renameIndex(table, it.from(), it.after().name(), steps);
    }

    @Override
    public void renameKey(Table table, Renamed<ForeignKey> key, Steps steps) {
        dropKeys(table, List.of(Kind.KEYS.called(key.after(), key.from())), steps);
        addKey(table, key.after(), steps);
    }

    /** The check of a type would keep the old name by itself. */
    @Override
    public void renameColumn(Table table, Column column, String to, Steps steps) {
        if (grammar.check(column).isEmpty()) {
            Alterations.super.renameColumn(table, column, to, steps);
        } else {
            steps.alter(
                    "rename column " + table.name() + "." + column.name() + " to " + to,
                    quoted(table),
                    new Clause(
                            "CHANGE COLUMN",
                            IF_THERE,
                            grammar.quote(column.name()) + " " + written(Renaming.called(column, to))));
        }
    }

    @Override
    public void renameTable(Move move, Steps steps) {
        String to = grammar.quote(move.from()) + " TO " + grammar.quote(move.to());
        steps.add(
                "rename table " + move.from() + " to " + move.to(),
                "RENAME TABLE " + to,
                "RENAME TABLE IF EXISTS " + to);
    }
}
