package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.model.InvalidModel.Problem;
import nuages.data.query.Condition;
import nuages.data.row.Codec;
import nuages.data.schema.Constraint;
import nuages.data.schema.Index;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/** Looks for other rows that have the values of an object which must be unique. For use by one thread. */
final class UniqueValues<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final M model;
    private final Database on;

    UniqueValues(ModelType<M> type, M model, Database on) {
        this.type = type;
        this.model = model;
        this.on = on;
    }

    void check(List<Problem> problems) {
        for (var property : type.properties()) {
            boolean ownKey = property.key() && model.isNew() && keyed();
            if (property.column().unique() || ownKey) {
                check(List.of(property), true, problems);
            }
        }
        for (var constraint : type.constraints()) {
            if (constraint instanceof Constraint.Unique unique && unique.ofPlainColumns()) {
                check(properties(unique), unique.nullsDistinct(), problems);
            }
        }
    }

    private List<Property> properties(Constraint.Unique unique) {
        var names = unique.parts().stream().map(Index.Part::text).toList();
        return type.properties().stream()
                .filter(it -> names.contains(it.column().name()))
                .toList();
    }

    private boolean keyed() {
        return Keys.given(type, model) != null;
    }

    private void check(List<Property> properties, boolean nullsDistinct, List<Problem> problems) {
        var conditions = new ArrayList<Node>();
        for (var property : properties) {
            var value = Fitting.encoded(type, model, type.place(property.name()), on);
            if (value == null && nullsDistinct) {
                return;
            }
            conditions.add(same(property, value));
        }
        if (!model.isNew() && keyed()) {
            var own = Keys.is(type, Keys.of(model));
            conditions.add(new Node.Not(own));
        }
        var others = QuerySet.of(type.type()).on(on).filter(Condition.of(new Node.Junction(true, conditions)));
        if (others.exists()) {
            problems.add(problem(type, properties));
        }
    }

    private Node same(Property property, @Nullable Object value) {
        var column =
                type.source().column(property.column().name(), property.column().nullable());
        Codec<?> codec = property.codec();
        return value == null
                ? new Node.IsNull(column, false)
                : new Node.Compare(Comparison.EQUAL, column, new Node.Value(value, codec.kind()));
    }

    static Problem problem(ModelType<?> type, List<Property> properties) {
        if (properties.size() == 1) {
            return Validation.problem(properties.getFirst(), "another " + type + " has this value already");
        }
        var labels = properties.stream().map(Property::label).toList();
        return new Problem(
                properties.stream().map(Property::name).toList(),
                String.join(" and ", labels),
                "another " + type + " has these values already");
    }
}
