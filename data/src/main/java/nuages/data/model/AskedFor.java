package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nuages.data.dialect.MariaDb;
import nuages.data.error.MultipleRows;
import nuages.data.query.Condition;
import nuages.data.syntax.Node;

/**
 * Rows by the values that were asked for. A collation may take texts for equal that Java does not, as MariaDB's take "DE" and
 * "de": then it is the database that says which row is meant. For use by one thread.
 */
final class AskedFor<K, M extends KeyedModel<?>> {
    private final QuerySet<M> set;
    private final Function<Collection<K>, Node> condition;
    private final Function<M, K> own;
    private final Map<K, M> found = new HashMap<>();

    /**
     * Rows of a set.
     *
     * @param condition where a row has one of these values
     * @param own the value that a row has
     */
    AskedFor(QuerySet<M> set, Function<Collection<K>, Node> condition, Function<M, K> own) {
        this.set = set;
        this.condition = condition;
        this.own = own;
    }

    Map<K, M> find(Collection<K> values) {
        for (var portion : Keys.portions(values)) {
            for (var row : rows(portion)) {
                var value = own.apply(row);
                if (found.put(value, row) != null) {
                    throw new MultipleRows(
                            "more than one " + set.type() + " has the value " + value
                                    + ".\nuse a field that is unique, or " + "filter() and list().",
                            null);
                }
            }
            if (portion.getFirst() instanceof String) {
                findEqual(portion);
            }
        }
        return found;
    }

    private List<M> rows(Collection<K> values) {
        return set.filter(Condition.of(condition.apply(values))).list();
    }

    /** Asks for each of those that are missing, if there is reason to think that a row is equal to one. */
    private void findEqual(List<K> portion) {
        var missing = new ArrayList<>(portion);
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) {
            return;
        }
        var unasked = new HashSet<>(found.keySet());
        portion.forEach(unasked::remove);
        boolean loose = !unasked.isEmpty()
                || (set.database().dialect() instanceof MariaDb
                        && !rows(missing).isEmpty());
        if (loose) {
            for (var each : missing) {
                rows(List.of(each)).forEach(it -> found.put(each, found.getOrDefault(own.apply(it), it)));
            }
            found.keySet().removeAll(unasked);
        }
    }
}
