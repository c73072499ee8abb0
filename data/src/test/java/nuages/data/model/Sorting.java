package nuages.data.model;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import nuages.data.model.Loose.Child;
import nuages.data.query.Order;
import nuages.data.query.OrderedExpression;
import org.jspecify.annotations.Nullable;

/**
 * An order of children, beside what it means in memory.
 *
 * @param text what it is, for reports
 */
record Sorting(List<Order<Child>> orders, Comparator<Child> meaning, String text) {
    static final Sorting NONE = new Sorting(List.of(), (_, _) -> 0, "");

    /** An order of what may be NULL, at either end. */
    static <T> Sorting of(OrderedExpression<Child, T> by, Function<Child, @Nullable Object> value, Random random) {
        boolean descending = random.nextBoolean();
        boolean nullsFirst = random.nextBoolean();
        var order = descending ? by.desc() : by.asc();
        Comparator<Object> values = Sorting::compare;
        var either = descending ? values.reversed() : values;
        var whole = nullsFirst ? Comparator.nullsFirst(either) : Comparator.nullsLast(either);
        return new Sorting(
                List.of(nullsFirst ? order.nullsFirst() : order.nullsLast()),
                (a, b) -> whole.compare(value.apply(a), value.apply(b)),
                by.node() + (descending ? " desc" : " asc") + (nullsFirst ? " nulls first" : " nulls last"));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object first, Object second) {
        return ((Comparable<Object>) first).compareTo(second);
    }

    Sorting then(Sorting other) {
        return new Sorting(
                Stream.concat(orders.stream(), other.orders.stream()).toList(),
                meaning.thenComparing(other.meaning),
                text + " " + other.text);
    }

    Sorting reversed() {
        return new Sorting(orders.stream().map(Order::reversed).toList(), meaning.reversed(), "reversed " + text);
    }
}
