package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/**
 * By which values a queryset asks for few rows of many: of references and of what is unique. Immutable.
 *
 * @param fields names of fields, or of tables between models
 * @param values one for each field
 */
record AskedBy(ModelType<?> type, List<String> fields, List<Object> values) {
    /** What asks, of all that can be called; what asks by itself, as saving does, is no matter of the user's. */
    static final Set<String> METHODS = Set.of(
            "list",
            "forEach",
            "first",
            "last",
            "one",
            "optional",
            "earliest",
            "latest",
            "count",
            "exists",
            "values",
            "dates",
            "times",
            "select",
            "selectAll",
            "annotate",
            "aggregate");

    /** Null if it asks for rows in another way. */
    static @Nullable AskedBy of(QuerySet<?> set) {
        var by = new AskedBy(set.type(), new ArrayList<>(), new ArrayList<>());
        var where = set.query().where();
        if (where != null) {
            by.add(where);
        }
        return by.fields.isEmpty() ? null : by;
    }

    private void add(Node condition) {
        switch (condition) {
            case Node.Junction it when it.all() -> it.operands().forEach(this::add);
            case Node.Compare it
            when it.comparison() == Comparison.EQUAL && it.left() instanceof Node.Column column -> add(column, it);
            case Node.InQuery it when it.query().where() instanceof Node.Compare between -> addBetween(it, between);
            default -> {}
        }
    }

    private void add(Node.Column column, Node.Compare compare) {
        if (column.source().equals(type.source()) && compare.right() instanceof Node.Value given) {
            var value = given.value();
            for (var property : type.properties()) {
                var own = property.column();
                boolean tells = property.reference() != null || own.unique() || property.key();
                if (value != null && tells && own.name().equals(column.name())) {
                    fields.add(property.name());
                    values.add(value);
                }
            }
        }
    }

    /** Rows that a table between leads to. */
    private void addBetween(Node.InQuery in, Node.Compare between) {
        boolean toKey = in.operand() instanceof Node.Column key
                && key.source().equals(type.source())
                && key.name().equals(type.keyProperty().column().name());
        if (toKey
                && between.comparison() == Comparison.EQUAL
                && between.left() instanceof Node.Column own
                && between.right() instanceof Node.Value given
                && given.value() != null) {
            fields.add(own.source().table());
            values.add(given.value());
        }
    }

    String message(String where) {
        return where + " for " + this + ", each time in a query of its own.\n"
                + "ask for all at once: what belongs to rows by withMany(…) or withOne(…) where"
                + " those are read, numbers of it by count() of the relation in select(…), and"
                + " rows by their values by in(…) or inBulk(…).";
    }

    @Override
    public String toString() {
        return type + " by " + String.join(" and ", fields);
    }
}
