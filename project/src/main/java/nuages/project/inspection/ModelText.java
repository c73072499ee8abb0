package nuages.project.inspection;

import java.util.List;
import java.util.stream.Collectors;

/** A model's source. One thread uses it. */
final class ModelText {
    private static final String MODEL = "nuages.data.model.";

    private final ModelDraft draft;
    private final Imports imports = new Imports();
    private final StringBuilder body = new StringBuilder();

    ModelText(ModelDraft draft) {
        this.draft = draft;
    }

    ModelSource source() {
        head();
        String objects = imports.use(MODEL + "QuerySet");
        line("    public static final %s<%s> objects = %s.of(%s.class);"
                .formatted(objects, draft.name(), objects, draft.name()));
        draft.fields().stream().filter(it -> !it.inherited()).forEach(this::field);
        draft.links().forEach(this::link);
        if (draft.composite()) {
            keyRecord();
        }
        line("}");
        String path = draft.home().replace('.', '/') + "/" + draft.name() + ".java";
        return new ModelSource(path.startsWith("/") ? path.substring(1) : path, top() + body);
    }

    private String top() {
        var lines = imports.all().stream().map(it -> "import " + it + ";\n").collect(Collectors.joining());
        return (draft.home().isEmpty() ? "" : "package " + draft.home() + ";\n\n") + lines + "\n";
    }

    private void line(String text) {
        body.append(text).append('\n');
    }

    private void head() {
        boolean plain = draft.table().matches("[A-Za-z0-9_ .$-]+");
        draft.remarks().forEach(it -> line(Literals.remark(it)));
        line(plain ? "/** A row of {@code " + draft.table() + "}. */" : "/** A row of its table. */");
        draft.marks().forEach(it -> line(imports.use(it)));
        String parent = draft.usual()
                ? imports.use(MODEL + "Model")
                : imports.use(MODEL + "KeyedModel") + "<" + keyType() + ">";
        line("public class " + draft.name() + " extends " + parent + " {");
    }

    private String keyType() {
        return draft.composite() ? draft.name() + ".Id" : imports.use(draft.keyType());
    }

    private void field(FieldDraft field) {
        if (field.inherited()) {
            return;
        }
        line("");
        field.marks().forEach(it -> line("    " + imports.use(it)));
        if (field.marks().stream().anyMatch(it -> it.arguments().startsWith("onDelete"))) {
            imports.use(Mark.MAPPING + "OnDelete");
        }
        line("    public " + type(field) + " " + field.name() + (field.beginsEmpty() ? " = \"\"" : "") + ";");
    }

    private String type(FieldDraft field) {
        String name = field.type().name();
        String parameters = field.parameters().isEmpty()
                ? ""
                : field.parameters().stream().map(imports::use).collect(Collectors.joining(", ", "<", ">"));
        if (!field.column().nullable()) {
            return imports.use(name) + parameters;
        }
        String nullable = imports.use(new Mark("org.jspecify.annotations.Nullable", ""));
        return name.equals("byte[]") ? "byte " + nullable + " []" : nullable + " " + imports.use(name) + parameters;
    }

    private void link(ModelDraft.Link link) {
        line("");
        line("    /** The rows of {@code " + link.target() + "} that belong to it. */");
        line("    " + imports.use(Mark.ours("ManyToMany", link.arguments())));
        line("    public %s<%s> %s() {".formatted(imports.use(MODEL + "Many"), link.target(), link.name()));
        line("        return many(%s_.%s);".formatted(draft.name(), link.name()));
        line("    }");
    }

    private void keyRecord() {
        line("");
        line("    /** The key. */");
        line("    public record Id(" + components(draft.key()) + ") {}");
    }

    private String components(List<FieldDraft> key) {
        return key.stream()
                .map(it -> imports.use(component(it)) + " " + it.name())
                .collect(Collectors.joining(", "));
    }

    /** A reference's component is of the type of the key it holds. */
    private static String component(FieldDraft field) {
        return switch (field.type().name()) {
            case "nuages.data.model.Ref" -> "long";
            case "nuages.data.model.KeyedRef" -> field.parameters().getLast();
            default -> field.type().name();
        };
    }
}
