package nuages.data.migration.draft;

import static nuages.data.migration.draft.Code.quoted;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.OtherOperation.RunJava;

/** Writes migrations as Java source. Immutable; threads share it. */
public final class SourceWriter {
    private final String packageName;
    private final Map<RunJava, String> borrowed;

    private SourceWriter(String packageName, Map<RunJava, String> borrowed) {
        this.packageName = packageName;
        this.borrowed = Map.copyOf(borrowed);
    }

    /** Writes classes of that package, such as {@code polls.migrations}. */
    public static SourceWriter of(String packageName) {
        return new SourceWriter(packageName, Map.of());
    }

    /** The same, which takes what is done in Java from where it is: by expressions such as a call of another migration. */
    SourceWriter borrowing(Map<RunJava, String> expressions) {
        return new SourceWriter(packageName, expressions);
    }

    /** The operations as they would be written, by which it is known whether a migration has been edited. */
    public static String operations(Migration migration) {
        var code = new OperationCode(new TreeSet<>(), Map.of());
        return migration.operations().stream().map(it -> code.of(it).write(0)).collect(Collectors.joining("\n"));
    }

    /** The whole file of a migration, which is {@code name.className() + ".java"}. */
    public String write(MigrationName name, Migration migration) {
        var imports = new TreeSet<>(
                Set.of("java.util.List", "nuages.data.migration.Migration", "nuages.data.migration.Operation"));
        var statics = new TreeSet<String>();
        var methods = new StringBuilder();
        names(methods, "dependencies", migration.dependencies(), imports, statics);
        names(methods, "replaces", migration.replaces(), imports, statics);
        if (!migration.atomic()) {
            methods.append(method("boolean", "atomic", "false"));
        }
        methods.append(operations(migration, imports));
        var text = new StringBuilder("package " + packageName + ";\n\n");
        if (methods.indexOf("        return List.of();") < 0) {
            statics.add("nuages.data.migration.Operation.*");
            statics.add("nuages.data.migration.Fields.*");
        }
        statics.removeIf(it -> it.endsWith("Fields.*") && !mentionsFields(methods));
        statics.forEach(it -> text.append("import static ").append(it).append(";\n"));
        text.append(statics.isEmpty() ? "" : "\n");
        imports.forEach(it -> text.append("import ").append(it).append(";\n"));
        text.append("\n/** ").append(Words.sentence(migration.operations())).append(" */\n");
        text.append("public final class ").append(name.className()).append(" implements Migration {\n");
        return text.append(methods.substring(1)).append("}\n").toString();
    }

    private static boolean mentionsFields(CharSequence methods) {
        String text = methods.toString();
        return text.contains("createModel(") || text.contains("addField(") || text.contains("alterField(");
    }

    private static void names(
            StringBuilder methods,
            String method,
            Collection<MigrationName> names,
            Set<String> imports,
            Set<String> statics) {
        if (names.isEmpty()) {
            return;
        }
        imports.add("nuages.data.migration.MigrationName");
        statics.add("nuages.data.migration.MigrationName.on");
        var all = names.stream()
                .map(it -> Code.call("on", quoted(it.app()), quoted(it.name())))
                .toList();
        String value =
                all.size() == 1 ? "List.of(" + all.getFirst().write(0) + ")" : "List.of(" + Code.block(all, 16) + ")";
        methods.append(method("List<MigrationName>", method, value));
    }

    private String operations(Migration migration, Set<String> imports) {
        var code = new OperationCode(imports, borrowed);
        var all = migration.operations().stream().map(code::of).toList();
        return method(
                "List<Operation>", "operations", all.isEmpty() ? "List.of()" : "List.of(" + Code.block(all, 16) + ")");
    }

    private static String method(String type, String name, String value) {
        return List.of(
                        "",
                        "    @Override",
                        "    public " + type + " " + name + "() {",
                        "        return " + value + ";",
                        "    }",
                        "")
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
