package nuages.data.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.data.connection.Database;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.error.DatabaseException;
import nuages.data.model.InvalidModel.Problem;
import nuages.data.row.ValueKind;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import org.jspecify.annotations.Nullable;

/** Asks the database whether an object would pass the checks of its table. For use by one thread. */
final class CheckedValues<M extends KeyedModel<?>> {
    private static final Set<ValueKind> PLAIN =
            EnumSet.of(ValueKind.PLAIN, ValueKind.TEXT, ValueKind.WHOLE, ValueKind.DECIMAL);

    private final ModelType<M> type;
    private final M model;
    private final Database on;

    CheckedValues(ModelType<M> type, M model, Database on) {
        this.type = type;
        this.model = model;
        this.on = on;
    }

    void check(List<Problem> problems) {
        for (var constraint : type.constraints()) {
            if (constraint instanceof Constraint.Check check && !passes(check)) {
                var fields = Blame.mentioned(type, check.sql());
                var labels = fields.stream()
                        .map(it -> type.properties().get(type.place(it)).label())
                        .collect(Collectors.joining(" and "));
                problems.add(new Problem(
                        fields,
                        (labels.isEmpty() ? "" : labels + ": ") + "does not fulfil \"" + check.name() + "\": "
                                + check.sql()));
            }
        }
    }

    /** The values take the types of the table's columns from a query of it that finds nothing. */
    private boolean passes(Constraint.Check check) {
        var properties = Blame.mentioned(type, check.sql()).stream()
                .map(it -> type.properties().get(type.place(it)))
                .toList();
        boolean known =
                properties.stream().allMatch(it -> PLAIN.contains(it.codec().kind()) && !it.generated() && !it.key());
        if (properties.isEmpty() || !known) {
            return true;
        }
        var columns = properties.stream().map(it -> quote(it.column().name())).collect(Collectors.joining(", "));
        var places = properties.stream().map(this::place).collect(Collectors.joining(", "));
        var sql = "select count(*) from (select " + columns + " from " + quote(type.table())
                + " where 1 = 0 union all select " + places + ") as " + quote(type.table()) + " where ("
                + check.sql() + ") is not false";
        return counts(sql, values(properties));
    }

    /** What the database cannot judge in advance it will judge when the row is saved. */
    private boolean counts(String sql, @Nullable Object[] values) {
        try {
            return on.atomic(() -> on.sql(sql, Effect.READ, values).one(Long.class) > 0);
        } catch (DatabaseException e) {
            if (e.retryable()) {
                throw e;
            }
            return true;
        }
    }

    private @Nullable Object[] values(List<Property> properties) {
        var values = new ArrayList<@Nullable Object>();
        for (var property : properties) {
            values.add(Fitting.encoded(type, model, type.place(property.name()), on));
        }
        return values.toArray();
    }

    private String place(Property property) {
        return switch (property.column().type()) {
            case ColumnType.Decimal _ -> "cast(? as decimal(65, 30))";
            default -> "?";
        };
    }

    private String quote(String name) {
        return SchemaWriter.of(on.dialect()).quote(name);
    }
}
