package nuages.data.ddl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;

/**
 * What of a table changes so that foreign keys from or to it cannot stay meanwhile.
 *
 * @param columns columns that change, or begin what is unique and goes, or an index where keys need one
 */
record Disturbance(Set<String> columns) {
    static Disturbance of(
            Pair pair, Set<String> remade, Difference<Index> indexes, Difference<Constraint> constraints) {
        var columns = new HashSet<>(remade);
        for (var both : pair.both()) {
            if (both.disturbed() || (both.is().unique() && !both.becomes().unique())) {
                columns.add(both.name());
            }
        }
        pair.gone().forEach(it -> columns.add(it.name()));
        if (pair.newKey()) {
            columns.addAll(pair.moved().primaryKey());
        }
        boolean needed = pair.grammar().abilities().keyIndexes();
        Stream.concat(
                        indexes.dropped().stream().filter(_ -> needed).map(Index::parts),
                        constraints.dropped().stream()
                                .filter(Unique.class::isInstance)
                                .map(it -> ((Unique) it).parts()))
                .map(List::getFirst)
                .filter(it -> !it.expression())
                .forEach(it -> columns.add(pair.renamed().name(it.text())));
        return new Disturbance(columns);
    }

    boolean of(List<String> key) {
        return key.stream().anyMatch(columns::contains);
    }

    /**
     * Columns that can only be dropped and made again: computed ones whose expression changes, or that are computed from
     * what changes.
     *
     * @param blocking columns, by their new names, that what is computed from them keeps from changing
     */
    static Set<String> remade(Pair pair, Set<String> blocking) {
        var remade = new HashSet<String>();
        var causes = new HashSet<>(blocking);
        pair.both().stream().filter(Pair.Both::retyped).forEach(it -> causes.add(it.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (var both : pair.both()) {
                if (!remade.contains(both.name()) && mustGo(both, causes)) {
                    remade.add(both.name());
                    causes.add(both.name());
                    more = true;
                }
            }
        }
        return remade;
    }

    private static boolean mustGo(Pair.Both both, Set<String> causes) {
        var is = both.is().generated();
        var becomes = both.becomes().generated();
        if (both.regenerated() && (becomes != null || (is != null && !is.stored()))) {
            return true;
        }
        return is != null && becomes != null && (both.retyped() || SqlNames.mentions(is.sql(), causes));
    }
}
