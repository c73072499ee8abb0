package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nuages.data.dialect.MariaDb;
import nuages.data.error.MultipleRows;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.row.Codec;
import nuages.data.syntax.Node;

/**
 * Rows by the values that were asked for. A collation may take texts for equal that Java does not, as MariaDB's take "DE" and
 * "de": then it is the database that says which row is meant. For use by one thread.
 */
final class AskedFor<K, M extends KeyedModel<?>> {
    private static final Codec<Integer> PLACE = Codec.of(Integer.class);

    private final QuerySet<M> set;
    private final Function<Collection<K>, Node> condition;
    private final Function<M, K> own;
    private final Map<K, M> found = new HashMap<>();

    /** Rows by their keys: of what several portions bring, one object each. */
    private final Map<Object, M> rows = new HashMap<>();

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
        Keys.portions(new LinkedHashSet<>(values)).forEach(this::findAll);
        return found;
    }

    private void findAll(List<K> portion) {
        Map<K, M> brought = new HashMap<>();
        for (var row : among(set, portion).list()) {
            put(brought, own.apply(row), row);
        }
        var missing = new ArrayList<K>();
        for (var value : portion) {
            var row = brought.get(value);
            if (row == null) {
                missing.add(value);
            } else {
                found.put(value, row);
            }
        }
        boolean unasked = brought.size() > portion.size() - missing.size();
        boolean equal = portion.getFirst() instanceof String && set.database().dialect() instanceof MariaDb;
        if (!brought.isEmpty() && (unasked || equal)) {
            findEqual(missing, brought);
        }
    }

    private void put(Map<K, M> to, K value, M row) {
        var known = rows.putIfAbsent(Keys.of(row), row);
        var one = known == null ? row : known;
        var other = to.putIfAbsent(value, one);
        if (other != null && !Keys.of(other).equals(Keys.of(one))) {
            throw new MultipleRows(
                    "more than one " + set.type() + " has the value " + value
                            + ".\nuse a field that is unique, or filter() and list().",
                    null);
        }
    }

    private QuerySet<M> among(QuerySet<M> all, Collection<K> values) {
        return all.filter(Condition.of(condition.apply(values)));
    }

    /**
     * Lets the database say which of the missing values each row is equal to. That is one query for each way in which the
     * same value is written, however many are missing.
     */
    private void findEqual(List<K> missing, Map<K, M> brought) {
        var alone = set.with(set.query().withMany(List.of()));
        while (!missing.isEmpty()) {
            Map<K, M> equal = new HashMap<>();
            for (var pair : among(alone, missing).annotate(Equal::new, first(missing))) {
                var row = brought.get(own.apply(pair.row()));
                if (row != null) {
                    put(equal, missing.get(pair.place()), row);
                }
            }
            if (equal.isEmpty()) {
                return;
            }
            found.putAll(equal);
            missing.removeAll(equal.keySet());
        }
    }

    /** The place of the first of these values that is a row's. */
    private Expression<M, Integer> first(List<K> values) {
        var whens = new ArrayList<Node.When>(values.size());
        for (int i = 0; i < values.size(); i++) {
            whens.add(new Node.When(condition.apply(List.of(values.get(i))), new Node.Literal(Integer.toString(i))));
        }
        return Expression.of(new Node.Case(whens, null), PLACE);
    }

    /** A row and which value it is equal to. */
    private record Equal<M>(M row, int place) {}
}
