package nuages.processor;

import java.util.Objects;

/** Writes the class of a model's fields as they are reached from another model. */
final class PathWriter {
    private static final TypeName ROOT = new TypeName.Word("R");

    private PathWriter() {}

    static void write(ModelShape shape, Source to) {
        to.member().line("/** The fields of {@link $T}, reached from another model. */", shape.name());
        to.block(
                "public static final class Path<R> extends $T {", TypeName.generic(Api.MODEL_PATH, ROOT, shape.name()));
        for (int i = 0; i < shape.fields().size(); i++) {
            field(shape.fields().get(i), i, to);
        }
        for (int i = 0; i < shape.links().size(); i++) {
            var link = shape.links().get(i);
            to.member().line("/** Table {@code $L}. */", link.table());
            to.line("public final $T $L = manyToMany($L);", link.type(ROOT), link.name(), i);
        }
        if (shape.composite()) {
            to.member().line("/** The key. */");
            to.line("public final $T KEY = compositeKey();", key(shape, ROOT));
        }
        to.member()
                .block("private Path($T at) {", Api.AT)
                .line("super(MODEL, at);")
                .end();
        to.member().line("/** The fields where the table is joined. */");
        to.block("public static <R> Path<R> at($T at) {", Api.AT)
                .line("return new Path<R>(at);")
                .end();
        for (var field : shape.fields()) {
            if (field.reference() != null) {
                way(field, to);
            }
        }
        to.end();
    }

    /** Types are said, since they take a compiler long to find. */
    private static void field(FieldShape field, int place, Source to) {
        var reference = field.reference();
        var kind = field.kept().kind();
        Code made;
        if (reference != null) {
            made = Code.of(
                    "this.<$T, $T>$L($L, $T.class)",
                    reference.target(),
                    reference.key(),
                    reference.single() ? "oneToOne" : "foreignKey",
                    place,
                    reference.target());
        } else if (kind == Kept.Kind.TEXT) {
            made = Code.of("$L($L)", kind.method(), place);
        } else {
            made = Code.of("this.<$T>$L($L)", field.boxed(), kind.method(), place);
        }
        to.member().line("/** Column {@code $L}. */", field.column());
        to.line("public final $T $L = $L;", field.constant(ROOT), field.name(), made);
    }

    /** The type of what stands for a key of several fields. */
    static TypeName key(ModelShape shape, TypeName root) {
        return TypeName.generic(Api.query("Expression"), root, shape.key());
    }

    private static void way(FieldShape field, Source to) {
        to.member().line("/** The fields of what {@code $L} refers to. */", field.name());
        to.block("public $T $L() {", way(field, ROOT), field.name());
        to.line("return $T.<R>at($L.way());", target(field), field.name()).end();
    }

    private static ClassName target(FieldShape field) {
        return Objects.requireNonNull(field.reference()).metamodel().nestedClass("Path");
    }

    /** The type of the way to what a field refers to. */
    static TypeName way(FieldShape field, TypeName root) {
        return TypeName.generic(target(field), root);
    }
}
