package nuages.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads what a model says of its table as a whole. */
final class TableReader {
    private static final int LONGEST_NAME = 63;
    /** Where the calls that say more of a table stand, below what makes it. */
    private static final String NEXT = "\n" + " ".repeat(16);

    private final Java java;
    private final Problems problems;
    private final TypeElement model;
    private final ClassName name;
    private final Marks marks;
    private final String table;

    TableReader(Java java, Problems problems, TypeElement model, ClassName name) {
        this.java = java;
        this.problems = problems;
        this.model = model;
        this.name = name;
        this.marks = new Marks(model, java.elements());
        this.table = readTable();
    }

    private Optional<String> said(String mark, String what) {
        return marks.ours(mark).map(it -> it.text(what)).filter(it -> !it.isEmpty());
    }

    private String app() {
        var home = java.elements().getPackageOf(model);
        String whole = home.getQualifiedName().toString();
        return new Marks(home, java.elements())
                .ours("Table.App")
                .map(it -> it.text("value"))
                .orElse(whole.substring(whole.lastIndexOf('.') + 1));
    }

    String table() {
        return table;
    }

    private String readTable() {
        var prefix = app().isEmpty() ? "" : app() + "_";
        String found = said("Table", "name").orElse(prefix + name.simpleName().toLowerCase(Locale.ROOT));
        if (found.length() > LONGEST_NAME) {
            problems.report(
                    model,
                    "table \"" + found + "\" has a name of more than " + LONGEST_NAME
                            + " characters, which databases would cut.",
                    "give it a shorter one with @Table(name = \"…\").");
        }
        return found;
    }

    /** As code. */
    Code details(List<FieldShape> fields, List<LinkShape> links) {
        String label = said("Label", "value").orElse(Words.words(name.simpleName()));
        String plural = said("Label", "plural").orElse(label + "s");
        var code = new Code.Builder().add("$T.of($S, $S, $S, $S)", Api.TABLE_DETAILS, app(), table, label, plural);
        said("Table", "comment").ifPresent(it -> code.add(NEXT + ".commented($S)", it));
        if (marks.ours("Managed").filter(it -> !it.is("value")).isPresent()) {
            code.add(NEXT + ".unmanaged()");
        }
        var constraints = new ConstraintReader(problems, model, table, fields);
        for (var type : FieldsOfClass.hierarchy(model, java)) {
            constraints.of(new Marks(type, java.elements())).forEach(it -> code.add(NEXT + "$L", it));
        }
        fields.forEach(field -> constraints.of(field).forEach(it -> code.add(NEXT + "$L", it)));
        links.forEach(it -> code.add(NEXT + "$L", ConstraintReader.with(it.link())));
        return code.build();
    }
}
