package nuages.project.inspection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nuages.data.ddl.SchemaWriter;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Names;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The indexes and constraints of a table as annotations, without those that come by themselves. One thread uses it.
 *
 * @see nuages.data.ddl.SchemaWriter#create
 */
final class Listed {
    private final SchemaWriter writer;
    private final Table table;
    /** Fields by their columns. */
    private final Map<String, String> fields;

    private final List<Mark> marks = new ArrayList<>();
    private final Set<String> alone = new HashSet<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * Of a table.
     *
     * @param described the table as far as its columns and foreign keys are described, without indexes and constraints
     */
    Listed(SchemaWriter writer, Table table, Table described, Map<String, String> fields) {
        this.writer = writer;
        this.table = table;
        this.fields = fields;
        table.constraints().forEach(this::add);
        for (var index : ownIndexes(described)) {
            add(index);
        }
    }

    /** Whether there is an index of that column alone. */
    static boolean alone(Table table, Column column) {
        return table.indexes().stream().anyMatch(it -> it.parts().equals(List.of(Part.column(column.name()))));
    }

    /** Annotations of the class. */
    List<Mark> marks() {
        return marks;
    }

    /** The columns whose fields are to say that they have an index. */
    Set<String> alone() {
        return alone;
    }

    List<Index> indexes() {
        return indexes;
    }

    List<Constraint> constraints() {
        return constraints;
    }

    List<String> remarks() {
        return remarks;
    }

    private List<Index> ownIndexes(Table described) {
        var own = new ArrayList<>(table.indexes());
        for (var index : table.indexes()) {
            var others = own.stream().filter(it -> !it.equals(index)).toList();
            if (writer.kept(described.withIndexes(
                            others.stream().filter(this::has).toList()))
                    .indexes()
                    .contains(index)) {
                own.remove(index);
            }
        }
        return own;
    }

    private boolean has(Index index) {
        return fields.keySet().containsAll(columns(index.parts()))
                && fields.keySet().containsAll(index.include());
    }

    private static List<String> columns(List<Part> parts) {
        return parts.stream().filter(it -> !it.expression()).map(Part::text).toList();
    }

    /** Annotations name fields first, and expressions after them. */
    private boolean sayable(List<Part> parts, List<String> include, boolean operators) {
        boolean expressions = false;
        for (var part : parts) {
            boolean plain = part.expression() ? !part.descending() : !expressions && fields.containsKey(part.text());
            if (!plain || (part.operators() != null && (part.expression() || !operators))) {
                return false;
            }
            expressions = expressions || part.expression();
        }
        return fields.keySet().containsAll(include);
    }

    private void add(Index index) {
        boolean simple =
                index.equals(Index.of(index.name(), columns(index.parts()).toArray(String[]::new)));
        if (!sayable(index.parts(), index.include(), true)) {
            remarks.add("index \"" + index.name() + "\" is left out: its parts are more than an annotation can say.");
        } else if (simple
                && index.parts().size() == 1
                && index.name()
                        .equals(writer.names()
                                .index(table.name(), index.parts().getFirst().text()))) {
            alone.add(index.parts().getFirst().text());
            indexes.add(index);
        } else {
            marks.add(Mark.ours("Index", words(index)));
            indexes.add(index);
        }
    }

    private String words(Index index) {
        var words = parts(index.parts());
        var signed = index.parts().stream()
                .map(it -> (it.descending() ? "-" : "") + it.text())
                .toList();
        boolean named = index.parts().stream().anyMatch(Part::expression)
                || !index.name().equals(Names.listedIndex(table.name(), signed));
        more(words, named ? index.name() : null, index.condition(), index.include());
        if (!index.method().equals(Index.BTREE)) {
            words.add("method = " + Literals.text(index.method()));
        }
        if (index.parts().stream().anyMatch(it -> it.operators() != null)) {
            words.add("operators = "
                    + Literals.texts(index.parts().stream()
                            .map(it -> it.operators() == null ? "" : it.operators())
                            .toList()));
        }
        return String.join(", ", words);
    }

    private List<String> parts(List<Part> parts) {
        var words = new ArrayList<String>();
        var named = parts.stream()
                .filter(it -> !it.expression())
                .map(it -> (it.descending() ? "-" : "") + fields.get(it.text()))
                .toList();
        var expressions =
                parts.stream().filter(Part::expression).map(Part::text).toList();
        if (!named.isEmpty()) {
            words.add("fields = " + Literals.texts(named));
        }
        if (!expressions.isEmpty()) {
            words.add("expressions = " + Literals.texts(expressions));
        }
        return words;
    }

    private void more(List<String> words, @Nullable String name, @Nullable String condition, List<String> include) {
        if (name != null) {
            words.add("name = " + Literals.text(name));
        }
        if (condition != null) {
            words.add("where = " + Literals.text(condition));
        }
        if (!include.isEmpty()) {
            words.add("include = "
                    + Literals.texts(include.stream().map(fields::get).toList()));
        }
    }

    private void add(Constraint constraint) {
        switch (constraint) {
            case Check check -> {
                marks.add(Mark.ours(
                        "Check", "name = " + Literals.text(check.name()) + ", sql = " + Literals.text(check.sql())));
                constraints.add(check);
            }
            case Unique unique -> {
                if (sayable(unique.parts(), unique.include(), false)) {
                    marks.add(Mark.ours("Unique", words(unique)));
                    constraints.add(unique);
                } else {
                    remarks.add("constraint \"" + unique.name()
                            + "\" is left out: its parts are more than an annotation can say.");
                }
            }
        }
    }

    private String words(Unique unique) {
        var words = parts(unique.parts());
        var columns = unique.parts().stream().map(Part::text).toList();
        boolean named = unique.parts().stream().anyMatch(Part::expression)
                || !unique.name().equals(writer.names().unique(table.name(), columns));
        more(words, named ? unique.name() : null, unique.condition(), unique.include());
        if (unique.deferral() != Deferral.NONE) {
            words.add("deferrable = Unique.Deferral." + unique.deferral());
        }
        if (!unique.nullsDistinct()) {
            words.add("nullsDistinct = false");
        }
        return String.join(", ", words);
    }
}
