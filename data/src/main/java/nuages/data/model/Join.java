package nuages.data.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;

/**
 * A model that is fetched together with another one, which refers to it.
 *
 * @param at where its table is joined
 * @param place the place of the reference among the fields of the other
 * @param type the model that is fetched
 */
record Join(Source at, int place, ModelType<?> type) {
    /** What is fetched with the rows of a queryset: each place once, and none before the one it is reached from. */
    static List<Join> of(QuerySet<?> set) {
        var fields = set.query().with();
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<Source, Join> joins = new LinkedHashMap<>();
        for (var field : fields) {
            add(set.type(), field.join(), joins);
        }
        return List.copyOf(joins.values());
    }

    /** The model at that place, which is fetched from now on. */
    private static ModelType<?> add(ModelType<?> root, Source at, Map<Source, Join> joins) {
        var before = at.before();
        if (before == null) {
            return root;
        }
        var known = joins.get(at);
        if (known != null) {
            return known.type;
        }
        var owner = add(root, before, joins);
        int place = reference(owner, at.parentColumn());
        var type = Objects.requireNonNull(owner.properties().get(place).reference())
                .type();
        joins.put(at, new Join(at, place, type));
        return type;
    }

    private static int reference(ModelType<?> owner, String column) {
        var properties = owner.properties();
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).column().name().equals(column)
                    && properties.get(i).reference() != null) {
                return i;
            }
        }
        throw new IllegalArgumentException(owner + " has no reference in column \"" + column
                + "\", so that nothing can be fetched by it: name a foreign key of it.");
    }

    /** The columns of a model and of all that is fetched with it. */
    static List<Node> columns(QuerySet<?> set) {
        var joins = of(set);
        if (joins.isEmpty()) {
            return set.type().columns();
        }
        var columns = new ArrayList<>(set.type().columns());
        for (var join : joins) {
            columns.addAll(join.type.columns(join.at));
        }
        return columns;
    }
}
