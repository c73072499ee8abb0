package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.query.Condition;
import nuages.data.row.Codec;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/** Pages that begin after a row. */
final class Keyset {
    private Keyset() {}

    /** The same with an order in which no two rows are equal. */
    static <M extends KeyedModel<?>> QuerySet<M> complete(QuerySet<M> set) {
        var order = new ArrayList<>(set.query().order());
        for (var key : Keys.order(set.type())) {
            if (order.stream().noneMatch(it -> it.operand().equals(key.operand()))) {
                order.add(key);
            }
        }
        return set.ordered(List.copyOf(order));
    }

    static <M extends KeyedModel<?>> QuerySet<M> after(QuerySet<M> set, M row) {
        var complete = complete(set);
        var order = complete.query().order();
        Node after = null;
        for (int i = order.size() - 1; i >= 0; i--) {
            after = after(set.type(), order.get(i), row, after);
        }
        return after == null ? complete : complete.filter(Condition.of(after));
    }

    /** After the row by this, or equal in it and after the row by the rest. */
    private static <M extends KeyedModel<?>> Node after(ModelType<M> type, Sort sort, M row, @Nullable Node rest) {
        var column = sort.operand();
        var value = value(type, sort, row);
        var further = further(sort, value);
        var equal = value.value() == null
                ? new Node.IsNull(column, false)
                : new Node.Compare(Comparison.EQUAL, column, value);
        if (rest == null) {
            return further;
        }
        return new Node.Junction(false, List.of(further, new Node.Junction(true, List.of(equal, rest))));
    }

    private static Node further(Sort sort, Node.Value value) {
        var column = sort.operand();
        boolean nullsLast = Boolean.FALSE.equals(sort.nullsFirst());
        if (value.value() == null) {
            return nullsLast ? new Node.Junction(false, List.of()) : new Node.IsNull(column, true);
        }
        var compare = new Node.Compare(sort.descending() ? Comparison.LESS : Comparison.GREATER, column, value);
        return column.nullable() && nullsLast
                ? new Node.Junction(false, List.of(compare, new Node.IsNull(column, false)))
                : compare;
    }

    private static <M extends KeyedModel<?>> Node.Value value(ModelType<M> type, Sort sort, M row) {
        if (!(sort.operand() instanceof Node.Column column) || !column.source().equals(type.source())) {
            throw new IllegalArgumentException("the page after a " + type
                    + " can only be found in an order of its own fields: order by them, or use offset().");
        }
        if (column.nullable() && sort.nullsFirst() == null) {
            throw new IllegalArgumentException("column \"" + column.name()
                    + "\" may be NULL, which each database puts somewhere else: order by nullsFirst() or nullsLast().");
        }
        for (int i = 0; i < type.properties().size(); i++) {
            var property = type.properties().get(i);
            if (property.column().name().equals(column.name())) {
                return value(property, type.value(row, i));
            }
        }
        throw new IllegalArgumentException(type + " has no field for column \"" + column.name() + "\"");
    }

    @SuppressWarnings("unchecked")
    private static Node.Value value(Property property, @Nullable Object value) {
        var codec = (Codec<Object>) property.codec();
        var plain = value instanceof KeyedRef<?, ?> ref ? ref.key() : value;
        return new Node.Value(codec.encodeOrNull(plain), codec.kind());
    }
}
