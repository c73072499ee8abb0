package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import nuages.processor.Marks.Mark;

/** Reads the indexes and constraints that a model and its fields list. */
final class ConstraintReader {
    private final Problems problems;
    private final TypeElement model;
    private final String table;
    private final List<FieldShape> fields;

    ConstraintReader(Problems problems, TypeElement model, String table, List<FieldShape> fields) {
        this.problems = problems;
        this.model = model;
        this.table = table;
        this.fields = fields;
    }

    /** Those of a class, as calls that add them. */
    List<Code> of(Marks marks) {
        var found = new ArrayList<Code>();
        for (var mark : marks.all(Api.MAPPING + "Index")) {
            var names = mark.texts("fields");
            found.add(plainIndex(mark) && clear(names) ? columns("index", names, "@Index") : index(mark, names, model));
        }
        for (var mark : marks.all(Api.MAPPING + "Unique")) {
            var names = mark.texts("fields");
            found.add(
                    plainUnique(mark) && clear(names) && names.stream().noneMatch(it -> it.startsWith("-"))
                            ? columns("unique", names, "@Unique")
                            : unique(mark, names, model));
        }
        marks.all(Api.MAPPING + "Check")
                .forEach(it -> found.add(with(Code.of("new $T($S, $S)", Api.CHECK, named(it), it.text("sql")))));
        return found;
    }

    /** One of columns and nothing else, which has no name of its own. */
    private Code columns(String method, List<String> names, String what) {
        var columns = names.stream()
                .map(it -> it.startsWith("-") ? "-" + column(it.substring(1), what, model) : column(it, what, model))
                .map(it -> Code.of("$S", it))
                .toList();
        return Code.of(".$L($L)", method, Code.join(columns, ", "));
    }

    /** Whether a minus before a column can only mean the order. */
    private boolean clear(List<String> names) {
        return !names.isEmpty() && fields.stream().noneMatch(it -> it.column().startsWith("-"));
    }

    static Code with(Code what) {
        return Code.of(".with($L)", what);
    }

    /** Those of a field that are more than an index or a constraint of a column. */
    List<Code> of(FieldShape field) {
        var found = new ArrayList<Code>();
        for (var mark : field.marks().all(Api.MAPPING + "Index")) {
            if (!plainIndex(mark)) {
                found.add(index(mark, List.of(field.name()), field.element()));
            }
        }
        for (var mark : field.marks().all(Api.MAPPING + "Unique")) {
            if (!plainUnique(mark)) {
                found.add(unique(mark, List.of(field.name()), field.element()));
            }
        }
        return found;
    }

    /** Whether it is an index of a column, as Django has for {@code db_index}. */
    static boolean plainIndex(Mark mark) {
        return mark.text("name").isEmpty()
                && mark.text("where").isEmpty()
                && mark.texts("include").isEmpty()
                && mark.texts("expressions").isEmpty()
                && mark.texts("operators").isEmpty()
                && mark.text("method").equals("btree");
    }

    /** Whether it is a constraint of a column. */
    static boolean plainUnique(Mark mark) {
        return mark.text("name").isEmpty()
                && mark.text("where").isEmpty()
                && mark.texts("include").isEmpty()
                && mark.texts("expressions").isEmpty()
                && mark.constant("deferrable").equals("NONE")
                && mark.is("nullsDistinct");
    }

    private Code index(Mark mark, List<String> names, Element at) {
        var parts = parts(mark, names, mark.texts("operators"), "@Index", at);
        var code = new Code.Builder().add("$T.of($L, $L)", Api.INDEX, name(mark), parts);
        if (!mark.text("method").equals("btree")) {
            code.add(".using($S)", mark.text("method"));
        }
        if (!mark.text("where").isEmpty()) {
            code.add(".where($S)", mark.text("where"));
        }
        return with(code.add(including(mark, "@Index", at)).build());
    }

    private Code unique(Mark mark, List<String> names, Element at) {
        var code = new Code.Builder()
                .add("$T.of($L, $L)", Api.UNIQUE, name(mark), parts(mark, names, List.of(), "@Unique", at));
        if (!mark.text("where").isEmpty()) {
            code.add(".where($S)", mark.text("where"));
        }
        code.add(including(mark, "@Unique", at));
        if (!mark.constant("deferrable").equals("NONE")) {
            code.add(".deferred($T.$L)", Api.DEFERRAL, mark.constant("deferrable"));
        }
        if (!mark.is("nullsDistinct")) {
            code.add(".withEqualNulls()");
        }
        return with(code.build());
    }

    private Code name(Mark mark) {
        return mark.text("name").isEmpty() ? Code.of("$T.UNNAMED", Api.TABLE_DETAILS) : Code.of("$S", named(mark));
    }

    /** Models that extend one base class have a name each. */
    private String named(Mark mark) {
        return mark.text("name").replace("{table}", table);
    }

    private Code including(Mark mark, String what, Element at) {
        var columns = mark.texts("include").stream()
                .map(it -> Code.of("$S", column(it, what, at)))
                .toList();
        return columns.isEmpty() ? Code.of("") : Code.of(".including($T.of($L))", Api.LIST, Code.join(columns, ", "));
    }

    private Code parts(Mark mark, List<String> names, List<String> operators, String what, Element at) {
        var parts = new ArrayList<Code>();
        for (int i = 0; i < names.size(); i++) {
            boolean down = names.get(i).startsWith("-");
            var part = new Code.Builder()
                    .add("$T.column($S)", Api.PART, column(down ? names.get(i).substring(1) : names.get(i), what, at))
                    .add(down ? ".down()" : "");
            if (i < operators.size() && !operators.get(i).isEmpty()) {
                part.add(".by($S)", operators.get(i));
            }
            parts.add(part.build());
        }
        mark.texts("expressions").forEach(it -> parts.add(Code.of("$T.expression($S)", Api.PART, it)));
        if (parts.isEmpty()) {
            problems.report(
                    at,
                    what + " on " + at.getSimpleName() + " is of nothing.",
                    "add fields = {\"…\"}, or expressions.");
        } else if (!mark.texts("expressions").isEmpty() && mark.text("name").isEmpty()) {
            problems.report(
                    at,
                    what + " on " + at.getSimpleName() + " is of an expression, from which no name can be made.",
                    "add name = \"…\".");
        }
        return Code.of("$T.of($L)", Api.LIST, Code.join(parts, ", "));
    }

    private String column(String name, String what, Element at) {
        for (var field : fields) {
            if (field.name().equals(name)) {
                return field.column();
            }
        }
        var names = fields.stream().map(FieldShape::name).toList();
        problems.report(
                at,
                what + " on " + at.getSimpleName() + " names the field \"" + name + "\", which model "
                        + model.getSimpleName() + " does not have.",
                Words.nearest(name, names)
                        .map(it -> "did you mean \"" + it + "\"?")
                        .orElse("it has " + String.join(", ", names) + "."));
        return name;
    }
}
