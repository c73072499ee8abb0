package nuages.data.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nuages.data.model.Loose.Child;
import nuages.data.query.Order;
import org.jspecify.annotations.Nullable;

/**
 * A queryset, beside the rows it means.
 *
 * @param rows as often as they are there, and in the order if there is one
 * @param order null if they come in any
 * @param combined whether it is made of several, and has no one place for a condition
 * @param repeats whether rows may be there more than once, of which none can be told from another by its key
 * @param text how it was made, for reports
 */
record Bag(
        QuerySet<Child> set,
        List<Child> rows,
        @Nullable Sorting order,
        boolean combined,
        boolean repeats,
        String text) {
    static Bag all(List<Child> rows) {
        return new Bag(QuerySet.of(Child.class), rows, null, false, false, "all");
    }

    Bag filter(Filters<Child> by) {
        return kept(set.filter(by.condition()), it -> Filters.holds(by.meaning().apply(it)), ".filter(" + by + ")");
    }

    Bag exclude(Filters<Child> by) {
        return kept(
                set.exclude(by.condition()), it -> !Filters.holds(by.meaning().apply(it)), ".exclude(" + by + ")");
    }

    private Bag kept(QuerySet<Child> some, Predicate<Child> which, String how) {
        return new Bag(some, rows.stream().filter(which).toList(), order, false, false, text + how);
    }

    @SuppressWarnings("unchecked")
    Bag orderBy(Sorting by) {
        return new Bag(
                set.orderBy(by.orders().toArray(Order[]::new)),
                rows.stream().sorted(by.meaning()).toList(),
                by,
                combined,
                repeats,
                text + ".orderBy(" + by.text() + ")");
    }

    Bag reverse(Sorting was) {
        return new Bag(set.reverse(), rows.reversed(), was.reversed(), combined, repeats, text + ".reverse()");
    }

    Bag limit(int most) {
        var some = rows.subList(0, Math.min(most, rows.size()));
        return new Bag(set.limit(most), some, order, combined, repeats, text + ".limit(" + most + ")");
    }

    Bag offset(int skipped) {
        var some = rows.subList(Math.min(skipped, rows.size()), rows.size());
        return new Bag(set.offset(skipped), some, order, combined, repeats, text + ".offset(" + skipped + ")");
    }

    Bag distinct() {
        return new Bag(set.distinct(), once(rows), order, combined, false, text + ".distinct()");
    }

    Bag none() {
        return new Bag(set.none(), List.of(), order, false, false, text + ".none()");
    }

    Bag union(Bag other) {
        return with(other, set.union(other.set), once(both(other)), "union");
    }

    Bag unionAll(Bag other) {
        return with(other, set.unionAll(other.set), both(other), "unionAll");
    }

    Bag intersect(Bag other) {
        return with(other, set.intersect(other.set), once(without(it -> !other.rows.contains(it))), "intersect");
    }

    Bag except(Bag other) {
        return with(other, set.except(other.set), once(without(other.rows::contains)), "except");
    }

    private Bag with(Bag other, QuerySet<Child> all, List<Child> rows, String how) {
        return new Bag(all, rows, null, true, how.equals("unionAll"), "(" + text + ")." + how + "(" + other.text + ")");
    }

    private List<Child> both(Bag other) {
        var all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return all;
    }

    private List<Child> without(Predicate<Child> which) {
        return rows.stream().filter(which.negate()).toList();
    }

    private static List<Child> once(List<Child> rows) {
        return rows.stream().distinct().toList();
    }

    /**
     * What comes of it, or itself where that is refused, as it may be of several querysets together: of a part of them, only
     * if rows may be there more than once.
     */
    Bag unlessRefused(UnaryOperator<Bag> step) {
        try {
            return step.apply(this);
        } catch (IllegalStateException e) {
            boolean part = set.query().limit() != null || set.query().offset() != null;
            if (combined && (repeats || !part)) {
                return this;
            }
            throw e;
        }
    }

    /** The rows, each once. */
    List<Child> different() {
        return List.copyOf(new HashSet<>(rows));
    }
}
