package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nuages.data.connection.Database;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.InvalidModel.Problem;
import nuages.data.schema.Constraint.Unique;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database whether another row is equal to an object in what must be unique, where that is of some rows only or
 * of expressions. For use by one thread.
 */
final class UniqueExpressions<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final M model;
    private final Database on;
    private final SchemaWriter writer;

    UniqueExpressions(ModelType<M> type, M model, Database on) {
        this.type = type;
        this.model = model;
        this.on = on;
        this.writer = SchemaWriter.of(on.dialect());
    }

    void check(List<Problem> problems) {
        for (var constraint : type.constraints()) {
            if (constraint instanceof Unique unique && !unique.ofPlainColumns() && taken(unique)) {
                var fields = texts(unique)
                        .flatMap(it -> Blame.mentioned(type, it).stream())
                        .distinct()
                        .toList();
                problems.add(UniqueValues.problem(
                        type,
                        fields.stream()
                                .map(it -> type.properties().get(type.place(it)))
                                .toList()));
            }
        }
    }

    private static Stream<String> texts(Unique unique) {
        return unique.parts().stream().map(it -> it.text());
    }

    private boolean taken(Unique unique) {
        var about = new ArrayList<>(texts(unique).toList());
        if (unique.condition() != null) {
            about.add(unique.condition());
        }
        return ImaginedRow.of(type, model, on, about)
                .filter(row -> taken(unique, row))
                .isPresent();
    }

    /** Within a query of the imagined row its names are those of the row; outside they are those of the table's rows. */
    private boolean taken(Unique unique, ImaginedRow row) {
        var sql = new StringBuilder("select count(*) from " + writer.quote(type.table()) + " where 1 = 1");
        var values = new ArrayList<@Nullable Object>();
        for (var part : unique.parts()) {
            String expression = part.expression() ? "(" + part.text() + ")" : writer.quote(part.text());
            String own = "(select " + expression + " from (" + row.sql() + ") as imagined)";
            sql.append(" and ").append(unique.nullsDistinct() ? expression + " = " + own : same(expression, own));
            values.addAll(row.values());
        }
        if (unique.condition() != null) {
            String holds = "(" + unique.condition() + ")";
            sql.append(" and ")
                    .append(holds)
                    .append(" and exists (select 1 from (")
                    .append(row.sql());
            sql.append(") as imagined where ").append(holds).append(")");
            values.addAll(row.values());
        }
        butItself(sql, values);
        return row.counts(sql.toString(), values, false);
    }

    private static String same(String one, String other) {
        return one + " is not distinct from " + other;
    }

    private void butItself(StringBuilder sql, List<@Nullable Object> values) {
        if (model.isNew() || Keys.given(type, model) == null) {
            return;
        }
        sql.append(" and not (1 = 1");
        for (var key : type.keys()) {
            sql.append(" and ").append(writer.quote(key.column().name())).append(" = ?");
            values.add(Fitting.encoded(type, model, type.place(key.name()), on));
        }
        sql.append(")");
    }
}
