package nuages.data.model;

import java.util.List;
import java.util.stream.Collectors;
import nuages.data.connection.Database;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.InvalidModel.Problem;
import nuages.data.schema.Constraint;

/** Asks the database whether an object would pass the checks of its table. For use by one thread. */
final class CheckedValues<M extends KeyedModel<?>> {
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
                problems.add(new Problem(fields, labels, "does not fulfil \"" + check.name() + "\": " + check.sql()));
            }
        }
    }

    private boolean passes(Constraint.Check check) {
        var row = ImaginedRow.of(type, model, on, List.of(check.sql()));
        return row.isEmpty() || passes(check, row.get());
    }

    private boolean passes(Constraint.Check check, ImaginedRow row) {
        String table = SchemaWriter.of(on.dialect()).quote(type.table());
        String count =
                "select count(*) from (" + row.sql() + ") as " + table + " where (" + check.sql() + ") is not false";
        return row.counts(count, row.values(), true);
    }
}
