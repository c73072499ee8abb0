package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the methods of a model that answer with rows to which a table between leads. */
final class LinkReader {
    private static final int LONGEST_NAME = 63;

    private final Java java;
    private final Problems problems;
    private final TypeElement model;
    private final String modelTable;

    LinkReader(Java java, Problems problems, TypeElement model, String modelTable) {
        this.java = java;
        this.problems = problems;
        this.model = model;
        this.modelTable = modelTable;
    }

    List<LinkShape> read(List<FieldShape> fields) {
        var links = new ArrayList<LinkShape>();
        for (var type : FieldsOfClass.hierarchy(model, java)) {
            for (var method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                var mark = new Marks(method, java.elements()).ours("ManyToMany");
                var link = mark.map(it -> read(method, it)).orElse(null);
                if (link != null && distinct(method, fields)) {
                    links.add(link);
                }
            }
        }
        return links;
    }

    private boolean distinct(ExecutableElement method, List<FieldShape> fields) {
        for (var field : fields) {
            if (method.getSimpleName().contentEquals(field.name())) {
                problems.report(
                        method,
                        Java.name(method) + " has the name of a field, and the generated class has one constant of "
                                + "that name.",
                        "give one of them another name.");
                return false;
            }
        }
        return true;
    }

    private @Nullable LinkShape read(ExecutableElement method, Marks.Mark mark) {
        var type = ((ExecutableType) java.types().asMemberOf((DeclaredType) model.asType(), method)).getReturnType();
        var arguments = java.arguments(type);
        if (!java.is(type, Api.MANY) || arguments.isEmpty() || !java.model(arguments.getFirst())) {
            problems.report(
                    method,
                    Java.name(method) + " has @ManyToMany and does not answer with rows of a model.",
                    "write \"public Many<…> " + method.getSimpleName() + "() { return many(" + model.getSimpleName()
                            + "_." + method.getSimpleName() + "); }\".");
            return null;
        }
        var target = arguments.getFirst();
        var through = (TypeMirror) mark.value("through");
        return java.model(through) ? through(method, mark, target, through) : automatic(method, mark, target);
    }

    private boolean self(TypeMirror target) {
        return java.types()
                .isSameType(java.types().erasure(target), java.types().erasure(model.asType()));
    }

    private static ClassName name(Java java, TypeMirror type) {
        return (ClassName) TypeName.of(java.types().erasure(type));
    }

    private LinkShape automatic(ExecutableElement method, Marks.Mark mark, TypeMirror target) {
        String name = method.getSimpleName().toString();
        String said = mark.text("table");
        String table = said.isEmpty() ? modelTable + "_" + Words.snake(name) : said;
        if (table.length() > LONGEST_NAME) {
            problems.report(
                    method,
                    "table \"" + table + "\" has a name of more than " + LONGEST_NAME
                            + " characters, which databases would cut.",
                    "give it a shorter one with @ManyToMany(table = \"…\").");
        }
        String from = model.getSimpleName().toString().toLowerCase(Locale.ROOT) + "_id";
        String to = name(java, target).simpleName().toLowerCase(Locale.ROOT) + "_id";
        boolean same = from.equals(to);
        var code = new Code.Builder()
                .add(
                        "$T.table($S, $T.class, $S, $S, $S)",
                        Api.LINK,
                        name,
                        name(java, target),
                        table,
                        same ? "from_" + from : from,
                        same ? "to_" + to : to);
        return new LinkShape(name, name(java, target), table, symmetrical(code, mark, target));
    }

    private Code symmetrical(Code.Builder code, Marks.Mark mark, TypeMirror target) {
        return code.add(self(target) && mark.is("symmetrical") ? ".asSymmetrical()" : "")
                .build();
    }

    private @Nullable LinkShape through(
            ExecutableElement method, Marks.Mark mark, TypeMirror target, TypeMirror through) {
        var between = java.element(through).orElseThrow();
        var from = reference(between, model.asType(), mark.text("from"), null);
        var to = reference(between, target, mark.text("to"), from.orElse(null));
        if (from.isEmpty() || to.isEmpty()) {
            problems.report(
                    method,
                    Java.name(method) + " goes through " + between.getSimpleName() + ", which has no reference to "
                            + Advice.simple(from.isEmpty() ? model.asType() : target, java) + " that could be meant.",
                    "give it one, or name its fields with @ManyToMany(through = …, from = \"…\", to = \"…\").");
            return null;
        }
        String name = method.getSimpleName().toString();
        String table = new TableReader(java, problems, between, ClassName.of(between)).table();
        var code = new Code.Builder()
                .add(
                        "$T.through($S, $T.class, $T.class, $S, $S, $S)",
                        Api.LINK,
                        name,
                        name(java, target),
                        ClassName.of(between),
                        table,
                        column(from.get()),
                        column(to.get()));
        return new LinkShape(name, name(java, target), table, symmetrical(code, mark, target));
    }

    /** The field of that name, or the first that refers to the model and is not the other one. */
    private Optional<VariableElement> reference(
            TypeElement between, TypeMirror to, String wanted, @Nullable VariableElement other) {
        return FieldsOfClass.of(between, java).stream()
                .filter(it -> java.is(it.asType(), Api.REF) || java.is(it.asType(), Api.KEYED_REF))
                .filter(it -> name(java, java.arguments(it.asType()).getFirst()).equals(name(java, to)))
                .filter(it -> !it.equals(other))
                .filter(it -> wanted.isEmpty() || it.getSimpleName().contentEquals(wanted))
                .findFirst();
    }

    private String column(VariableElement field) {
        var marks = new Marks(field, java.elements());
        return References.column(field, marks, marks.ours("ForeignKey").or(() -> marks.ours("OneToOne")));
    }
}
