package nuages.project.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.BigInteger;
import nuages.data.schema.ColumnType.Text;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Table;

/** Makes fields of a table's columns. One thread uses it. */
final class FieldDrafts {
    private final Relations relations;
    private final Map<String, String> classes;
    private final Table table;
    private final List<String> key;
    private final JavaNames names = new JavaNames();
    private final List<String> remarks = new ArrayList<>();

    FieldDrafts(Relations relations, Map<String, String> classes, Table table) {
        this.relations = relations;
        this.classes = classes;
        this.table = table;
        this.key = Relations.key(table);
    }

    /** What could not be said of the columns, a sentence each. */
    List<String> remarks() {
        return remarks;
    }

    /** The names that are given to fields, from which those of methods must differ. */
    JavaNames names() {
        return names;
    }

    List<FieldDraft> all() {
        var fields = new ArrayList<FieldDraft>();
        for (var column : table.columns()) {
            if (Relations.tooLong(column.name())) {
                remarks.add("column \"" + column.name() + "\" is left out: its name has more than 63 characters.");
            } else {
                fields.add(field(column));
            }
        }
        return fields;
    }

    /** Whether a column is the key that each model has if it does not choose another. */
    private boolean usualKey(Column column) {
        return column.equals(Column.id())
                && key.equals(List.of("id"))
                && table.columns().getFirst().equals(column)
                && relations.keyColumn(table.name()).orElseThrow().type().equals(new BigInteger(false));
    }

    private FieldDraft field(Column column) {
        if (usualKey(column)) {
            return new FieldDraft(names.field("id"), column, ValueType.of("long"), List.of(), List.of(), true);
        }
        var reference = relations.reference(table, column);
        return reference.isPresent() ? reference(column, reference.get()) : value(column);
    }

    private FieldDraft value(Column column) {
        String name = names.field(column.name());
        boolean whole = key.equals(List.of(column.name()));
        var type = relations.valueType(whole ? relations.keyColumn(table.name()).orElseThrow() : column);
        type.guessed().ifPresent(it -> remarks.add(it.formatted(column.name())));
        if (column.identity() && !whole) {
            remarks.add("column \"" + column.name() + "\" is numbered by the database, and is not the key.");
        }
        boolean truth = type.name().equals("boolean") && column.defaultSql() != null;
        var marks = new ArrayList<Mark>();
        if (key.contains(column.name())) {
            marks.add(Mark.ours("Key", column.identity() && whole ? "identity = true" : ""));
        }
        if (column.unique() && !whole) {
            marks.add(Mark.ours("Unique", ""));
        }
        type.marks().stream()
                .filter(it -> !it.type().equals(Mark.MAPPING + "Column"))
                .forEach(marks::add);
        unlimited(column, marks);
        said(column, name, type, marks);
        return new FieldDraft(
                name, column, column.nullable() || truth ? type.boxed() : type, parameters(type), marks, false);
    }

    private static List<String> parameters(ValueType type) {
        return type.element() == null ? List.of() : List.of(type.element());
    }

    /** A text of any length that is sought must say that it is meant so. */
    private void unlimited(Column column, List<Mark> marks) {
        if (column.type() instanceof Text
                && (key.contains(column.name()) || column.unique() || Listed.alone(table, column))) {
            marks.add(Mark.ours("Text", ""));
        }
    }

    /** What an annotation says of a column: its name, if another follows from the field's, its type and more. */
    private static void said(Column column, String name, ValueType type, List<Mark> marks) {
        var words = new ArrayList<String>();
        if (!JavaNames.column(name).equals(column.name())) {
            words.add("name = " + Literals.text(column.name()));
        }
        type.marks().stream()
                .filter(it -> it.type().equals(Mark.MAPPING + "Column"))
                .forEach(it -> words.add(it.arguments()));
        details(column, words);
        if (!words.isEmpty()) {
            marks.add(Mark.ours("Column", String.join(", ", words)));
        }
        sources(column, marks);
    }

    private static void details(Column column, List<String> words) {
        if (column.collation() != null) {
            words.add("collation = " + Literals.text(column.collation()));
        }
        if (column.comment() != null) {
            words.add("comment = " + Literals.text(column.comment()));
        }
    }

    private static void sources(Column column, List<Mark> marks) {
        if (column.defaultSql() != null) {
            marks.add(Mark.ours("DbDefault", Literals.text(column.defaultSql())));
        }
        var generated = column.generated();
        if (generated != null) {
            String sql = Literals.text(generated.sql());
            marks.add(Mark.ours("Generated", generated.stored() ? sql : "value = " + sql + ", stored = false"));
        }
    }

    private FieldDraft reference(Column column, ForeignKey foreignKey) {
        boolean whole = key.equals(List.of(column.name()));
        String name = name(column);
        var marks = new ArrayList<Mark>();
        if (key.contains(column.name())) {
            marks.add(Mark.ours("Key", ""));
        }
        var words = new ArrayList<String>();
        words.add("onDelete = " + onDelete(column, foreignKey));
        if (!(JavaNames.column(name) + "_id").equals(column.name())) {
            words.add("column = " + Literals.text(column.name()));
        }
        if (!relations.indexed(table, foreignKey)) {
            words.add("index = false");
        }
        marks.add(Mark.ours(column.unique() || whole ? "OneToOne" : "ForeignKey", String.join(", ", words)));
        var more = new ArrayList<String>();
        details(column, more);
        if (!more.isEmpty()) {
            marks.add(Mark.ours("Column", String.join(", ", more)));
        }
        sources(column, marks);
        return new FieldDraft(name, column, refType(foreignKey), refParameters(foreignKey), marks, false);
    }

    /** The column's without {@code _id}, unless another column has that name. */
    private String name(Column column) {
        String all = column.name();
        String shorter = all.endsWith("_id") && all.length() > 3 ? all.substring(0, all.length() - 3) : all;
        boolean taken = table.columns().stream()
                .anyMatch(it ->
                        !it.equals(column) && JavaNames.camel(it.name()).equalsIgnoreCase(JavaNames.camel(shorter)));
        return names.field(taken ? all : shorter);
    }

    private ValueType refType(ForeignKey key) {
        return ValueType.of("nuages.data.model." + (usual(key.toTable()) ? "Ref" : "KeyedRef"));
    }

    private List<String> refParameters(ForeignKey key) {
        String target = classes.getOrDefault(key.toTable(), key.toTable());
        return usual(key.toTable())
                ? List.of(target)
                : List.of(target, relations.keyType(key.toTable()).boxed().name());
    }

    private boolean usual(String name) {
        var drafts = new FieldDrafts(relations, classes, relations.table(name));
        return drafts.usualKey(drafts.table.columns().getFirst());
    }

    private String onDelete(Column column, ForeignKey foreignKey) {
        String chosen = switch (foreignKey.onDelete()) {
            case NO_ACTION -> "DO_NOTHING";
            case CASCADE -> "DB_CASCADE";
            case SET_NULL -> column.nullable() ? "DB_SET_NULL" : "DO_NOTHING";
            case SET_DEFAULT -> "DB_SET_DEFAULT";
        };
        return "OnDelete." + chosen;
    }
}
