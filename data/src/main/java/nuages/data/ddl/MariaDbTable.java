package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nuages.data.ddl.Steps.Clause;
import nuages.data.schema.Column;

/**
 * The columns of one table of MariaDB, changed in one statement; in two, with the filling of rows between them, where rows
 * must get values before a column can be as it is to be. One thread's.
 */
final class MariaDbTable {
    private final MariaDbAlterations alterations;
    private final Pair pair;
    private final Set<String> remade;
    private final Fills fills;
    private final List<Clause> first = new ArrayList<>();
    private final List<Clause> last = new ArrayList<>();
    private final Steps filling = new Steps();

    MariaDbTable(MariaDbAlterations alterations, Pair pair, Set<String> remade, Fills fills) {
        this.alterations = alterations;
        this.pair = pair;
        this.remade = remade;
        this.fills = fills;
    }

    void alter(Steps steps) {
        for (var column : pair.after().columns()) {
            var both = pair.both(column.name()).filter(_ -> !remade.contains(column.name()));
            if (both.isPresent()) {
                change(both.get());
            } else {
                add(column);
            }
            boolean was = both.isPresent() && both.get().is().unique();
            if (column.unique() && !was && !pair.after().primaryKey().equals(List.of(column.name()))) {
                last.add(alterations.unique(column));
            }
        }
        if (pair.newKey() && !pair.after().primaryKey().isEmpty()) {
            last.add(alterations.primaryKey(pair.after()));
        }
        if (!Objects.equals(pair.moved().comment(), pair.after().comment())) {
            last.add(new Clause(
                    "COMMENT",
                    "",
                    "= "
                            + MariaDbGrammar.literal(
                                    Objects.requireNonNullElse(pair.after().comment(), ""))));
        }
        String table = alterations.grammar().quote(pair.name());
        steps.alter("prepare columns of " + pair.name(), table, first);
        steps.addAll(filling);
        steps.alter("change columns of " + pair.name(), table, last);
    }

    private void change(Pair.Both both) {
        var column = both.after();
        boolean numbers = both.becomes().identity() && pair.newKey();
        if (both.is().withoutUnique().equals(both.becomes().withoutUnique()) && !numbers) {
            return;
        }
        if (both.tightened()) {
            var fill = fills.of(pair.name(), column.name()).or(() -> Optional.ofNullable(column.defaultSql()));
            if (fill.isPresent() && both.retyped()) {
                first.add(alterations.modify(Alterations.empty(column)));
            }
            fill.ifPresent(it -> alterations.fill(pair.after(), column, it, false, filling));
        }
        last.add(alterations.modify(column));
    }

    private void add(Column column) {
        boolean alone = column.identity() || column.generated() != null;
        var fill = alone
                ? Optional.<String>empty()
                : fills.of(pair.name(), column.name()).or(() -> computed(column));
        if (fill.isEmpty() && Alterations.easy(column)) {
            last.add(alterations.add(column));
        } else if (fill.isPresent() && column.defaultSql() == null && SqlText.literal(fill.get())) {
            first.add(alterations.add(column.withDefault(fill.get())));
            last.add(new Clause("ALTER COLUMN", "", alterations.grammar().quote(column.name()) + " DROP DEFAULT"));
        } else {
            first.add(alterations.add(Alterations.empty(column)));
            fill.ifPresent(it -> alterations.fill(pair.after(), column, it, true, filling));
            last.add(alterations.modify(column));
        }
    }

    /** A column that was computed and no longer is keeps its values. */
    private Optional<String> computed(Column column) {
        return pair.both(column.name())
                .map(Pair.Both::is)
                .map(Column::generated)
                .map(it -> "(" + it.sql() + ")");
    }
}
