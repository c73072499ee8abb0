package nuages.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads what a model says, and reports what is wrong with it. */
final class ModelReader {
    private final Java java;
    private final Problems problems;

    ModelReader(Java java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    /** The model; null if it is too wrong to go on. */
    @Nullable
    ModelShape read(TypeElement model) {
        if (!new ClassChecks(java, problems).good(model)) {
            return null;
        }
        var reader = new FieldReader(java, problems, (DeclaredType) model.asType());
        var fields = new ArrayList<FieldShape>();
        for (var field : FieldsOfClass.of(model, java)) {
            var shape = reader.read(field);
            if (shape != null) {
                fields.add(shape);
            }
        }
        if (!problems.none()) {
            return null;
        }
        distinct(fields);
        new KeyChecks(java, problems).check(model, fields);
        var name = ClassName.of(model);
        var table = new TableReader(java, problems, model, name);
        var links = new LinkReader(java, problems, model, table.table()).read(fields);
        var key = java.as(model.asType(), Api.KEYED_MODEL).map(it -> it.getTypeArguments());
        if (key.isEmpty() || key.get().isEmpty()) {
            return null;
        }
        var type = TypeName.of(key.get().getFirst());
        return new ModelShape(model, name, table.table(), table.details(fields, links), fields, links, type);
    }

    private void distinct(List<FieldShape> fields) {
        Map<String, FieldShape> names = new HashMap<>();
        Map<String, FieldShape> columns = new HashMap<>();
        for (var field : fields) {
            if (names.put(field.name(), field) != null) {
                problems.report(
                        field.element(),
                        field.name() + " hides a field of a base class, so that one name would be two columns.",
                        "give it another name.");
                continue;
            }
            var other = columns.put(field.column(), field);
            if (other != null) {
                problems.report(
                        field.element(),
                        "column \"" + field.column() + "\" is that of " + other.name() + " already.",
                        "give one of them another with @Column(name = \"…\").");
            }
        }
    }
}
