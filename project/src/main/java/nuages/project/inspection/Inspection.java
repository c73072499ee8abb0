package nuages.project.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.Dialect;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Table;

/**
 * The models that describe existing tables. What a model cannot say of its table is told in {@link #remarks()}, and in
 * its source. Immutable; threads share it.
 */
public final class Inspection {
    private final Dialect dialect;
    private final SchemaWriter writer;
    private final Relations relations;
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, Between> between = new LinkedHashMap<>();
    private final String home;
    private final boolean managed;
    private final Set<String> views;
    private final List<ModelSource> sources = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private Inspection(Dialect dialect, List<Table> tables, List<Table> views, String home, boolean managed) {
        this.dialect = dialect;
        this.writer = SchemaWriter.of(dialect);
        var all = new ArrayList<>(tables);
        views.forEach(it -> all.add(Viewed.withKey(it)));
        this.relations = new Relations(dialect, all);
        this.views = views.stream().map(Table::name).collect(Collectors.toSet());
        this.home = home;
        this.managed = managed;
    }

    /**
     * Describes tables and views. The models of views are never the project's to change, and their key is a guess.
     *
     * @param views the views, as if they were tables
     * @param home the package of the models; that its last part is an app shortens the names of the app's tables
     * @param managed whether the tables are to be the project's to change
     */
    public static Inspection of(Dialect dialect, List<Table> tables, List<Table> views, String home, boolean managed) {
        var inspection = new Inspection(dialect, tables, views, home, managed);
        inspection.run();
        return inspection;
    }

    /** The sources of the models. */
    public List<ModelSource> sources() {
        return List.copyOf(sources);
    }

    /** What could not be said of the tables, a sentence each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private void run() {
        relations.unfit().forEach((table, why) -> remarks.add("table \"" + table + "\" has no model: " + why + "."));
        var names = new JavaNames();
        relations.tables().forEach(it -> classes.put(it.name(), names.type(ownPart(it.name()))));
        for (var table : relations.tables()) {
            Between.of(writer, relations, classes, table).ifPresent(it -> between.put(table.name(), it));
        }
        for (var table : relations.tables()) {
            if (!between.containsKey(table.name())) {
                var draft = draft(table);
                draft.remarks().forEach(it -> remarks.add("table \"" + table.name() + "\": " + it));
                sources.add(new ModelText(draft).source());
            }
        }
    }

    private String app() {
        return home.substring(home.lastIndexOf('.') + 1);
    }

    private String ownPart(String table) {
        String start = app() + "_";
        return table.startsWith(start) && table.length() > start.length() ? table.substring(start.length()) : table;
    }

    private ModelDraft draft(Table table) {
        var drafts = new FieldDrafts(relations, classes, table);
        var fields = drafts.all();
        var names = fields.stream()
                .collect(Collectors.toMap(
                        it -> it.column().name(), FieldDraft::name, (one, _) -> one, LinkedHashMap::new));
        var described = described(table, fields);
        var listed = new Listed(writer, table, described, names);
        var all = new ArrayList<>(drafts.remarks());
        all.addAll(listed.remarks());
        all.addAll(
                views.contains(table.name())
                        ? List.of(Viewed.remark(table))
                        : Differences.of(
                                dialect,
                                table,
                                writer.kept(described
                                        .withIndexes(listed.indexes())
                                        .withConstraints(listed.constraints()))));
        var indexed = fields.stream()
                .map(it -> listed.alone().contains(it.column().name()) ? it.indexed() : it)
                .toList();
        var key = Relations.key(table).stream()
                .map(column -> fields.stream()
                        .filter(it -> it.column().name().equals(column))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return new ModelDraft(
                home,
                name(table),
                table.name(),
                indexed,
                links(table, drafts.names()),
                key,
                key.size() == 1 ? relations.keyType(table.name()).boxed().name() : "",
                marks(table, listed),
                all);
    }

    private String name(Table table) {
        return classes.getOrDefault(table.name(), table.name());
    }

    /** What a model says of the columns and the foreign keys; the names of these are made of tables and columns. */
    private Table described(Table table, List<FieldDraft> fields) {
        var keys = new ArrayList<ForeignKey>();
        for (var field : fields) {
            relations.reference(table, field.column()).ifPresent(it -> {
                String column = field.column().name();
                String to = it.toColumns().getFirst();
                String name = writer.names().foreignKey(table.name(), column, it.toTable(), to);
                keys.add(ForeignKey.of(name, column, it.toTable(), to)
                        .onDelete(it.onDelete())
                        .indexed(relations.indexed(table, it)));
            });
        }
        return new Table(
                table.name(),
                fields.stream().map(FieldDraft::column).toList(),
                Relations.key(table),
                keys,
                List.of(),
                List.of(),
                table.comment());
    }

    private List<Mark> marks(Table table, Listed listed) {
        var marks = new ArrayList<Mark>();
        var words = new ArrayList<String>();
        if (!table.name().equals(app() + "_" + name(table).toLowerCase(Locale.ROOT))) {
            words.add("name = " + Literals.text(table.name()));
        }
        if (table.comment() != null) {
            words.add("comment = " + Literals.text(table.comment()));
        }
        if (!words.isEmpty()) {
            marks.add(Mark.ours("Table", String.join(", ", words)));
        }
        if (!managed || views.contains(table.name())) {
            marks.add(Mark.ours("Managed", "false"));
        }
        marks.addAll(listed.marks());
        return marks;
    }

    private List<ModelDraft.Link> links(Table table, JavaNames names) {
        var links = new ArrayList<ModelDraft.Link>();
        for (var each : between.values()) {
            if (each.from().equals(table.name())) {
                String method = names.method(each.words());
                boolean usual = (table.name() + "_" + JavaNames.column(method))
                        .equals(each.table().name());
                var words = new ArrayList<String>();
                if (!usual) {
                    words.add("table = " + Literals.text(each.table().name()));
                }
                if (each.from().equals(each.to())) {
                    words.add("symmetrical = false");
                }
                String target = classes.getOrDefault(each.to(), each.to());
                links.add(new ModelDraft.Link(method, target, String.join(", ", words)));
            }
        }
        return links;
    }
}
