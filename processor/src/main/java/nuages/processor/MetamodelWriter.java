package nuages.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the class that knows a model's fields. */
final class MetamodelWriter {
    private final ModelShape shape;
    private final Source to;

    private MetamodelWriter(ModelShape shape) {
        this.shape = shape;
        this.to = new Source(shape.generated());
    }

    /** The file. */
    static String write(ModelShape shape) {
        var writer = new MetamodelWriter(shape);
        writer.write();
        return writer.to.text();
    }

    private void write() {
        to.line("/** The fields of {@link $T}. */", shape.name()).line("@$T", Api.NULL_UNMARKED);
        if (deprecated()) {
            to.suppress(List.of("deprecation", "removal"));
        }
        String visible = visible(shape.element()) ? "public " : "";
        to.block("$Lfinal class $T extends $T {", visible, shape.generated(), Api.ACCESSOR);
        DescriptionWriter.write(shape, to);
        to.member().line("private static final Path<$T> OWN = new Path<$T>(MODEL.at());", shape.name(), shape.name());
        shape.fields().forEach(this::constant);
        for (var link : shape.links()) {
            to.member().line("/** Table {@code $L}. */", link.table());
            to.line("public static final $T $L = OWN.$L;", link.type(shape.name()), link.name(), link.name());
        }
        if (shape.composite()) {
            to.member().line("/** The key. */");
            to.line("public static final $T KEY = OWN.KEY;", PathWriter.key(shape, shape.name()));
        }
        shape.fields().stream().filter(it -> it.reference() != null).forEach(this::way);
        AccessorWriter.write(shape, to);
        PathWriter.write(shape, to);
        to.end();
    }

    /** Whether other packages see it, and all around it. */
    private static boolean visible(@Nullable Element element) {
        return element == null
                || !(element.getKind().isClass() || element.getKind().isInterface())
                || (element.getModifiers().contains(Modifier.PUBLIC) && visible(element.getEnclosingElement()));
    }

    private boolean deprecated() {
        return shape.fields().stream().anyMatch(it -> it.marks().has("java.lang.Deprecated"))
                || shape.element().getAnnotation(Deprecated.class) != null;
    }

    private void constant(FieldShape field) {
        to.member().line("/** Column {@code $L}. */", field.column());
        to.line("public static final $T $L = OWN.$L;", field.constant(shape.name()), field.name(), field.name());
    }

    private void way(FieldShape field) {
        to.member().line("/** The fields of what {@code $L} refers to. */", field.name());
        to.block("public static $T $L() {", PathWriter.way(field, shape.name()), field.name());
        to.line("return OWN.$L();", field.name()).end();
    }
}
