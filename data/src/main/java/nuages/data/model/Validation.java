package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.model.InvalidModel.Problem;
import nuages.data.schema.Column;
import nuages.data.validation.Constraints;

/** Checks objects before they are saved. Threads share it. */
final class Validation {
    <M extends KeyedModel<?>> void validate(ModelType<M> type, M model, Database on) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < type.properties().size(); i++) {
            ofField(type, model, i, problems);
        }
        if (problems.isEmpty()) {
            new UniqueValues<>(type, model, on).check(problems);
            new UniqueExpressions<>(type, model, on).check(problems);
            new CheckedValues<>(type, model, on).check(problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidModel(type, problems);
        }
    }

    private <M extends KeyedModel<?>> void ofField(ModelType<M> type, M model, int place, List<Problem> problems) {
        var property = type.properties().get(place);
        var value = type.value(model, place);
        if (value == null && required(property)) {
            problems.add(problem(property, "must have a value"));
            return;
        }
        for (var violation : Constraints.standard().validator().validateProperty(model, property.name())) {
            problems.add(problem(property, violation.getMessage()));
        }
    }

    /** Whether nothing but its user gives it a value. */
    static boolean required(Property property) {
        Column column = property.column();
        return !column.nullable()
                && !column.identity()
                && column.defaultSql() == null
                && column.generated() == null
                && property.filled() == Property.Filled.BY_USER;
    }

    static Problem problem(Property property, String message) {
        return new Problem(List.of(property.name()), property.label(), message);
    }
}
