package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the class that describes a model and makes objects of rows. */
final class TypeWriter {
    private static final ClassName OBJECT = ClassName.of("java.lang", "Object");
    private static final ClassName NO_SUCH_PLACE = ClassName.of("java.lang", "IndexOutOfBoundsException");
    private static final ClassName NUMBER = ClassName.of("java.lang", "Number");

    private final ModelShape shape;
    private final Source to;

    private TypeWriter(ModelShape shape, Source to) {
        this.shape = shape;
        this.to = to;
    }

    static void write(ModelShape shape, Source to) {
        var writer = new TypeWriter(shape, to);
        to.member()
                .block("private static final class Type extends $T {", TypeName.generic(Api.MODEL_TYPE, shape.name()));
        writer.constructor();
        writer.create();
        writer.read();
        writer.value();
        writer.set();
        if (shape.composite()) {
            writer.keyOf();
            writer.parts();
        }
        if (watchesDeletion(shape.element())) {
            writer.overrides().block("protected boolean watchesDeletion() {").line("return true;");
            to.end();
        }
        to.end();
    }

    /** Whether it, or a base class below the framework's, has a method that is called when a row is deleted. */
    private static boolean watchesDeletion(TypeElement type) {
        if (type.getQualifiedName().contentEquals(Api.KEYED_MODEL.canonicalName())) {
            return false;
        }
        boolean own = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(it -> it.getParameters().isEmpty())
                .anyMatch(it -> it.getSimpleName().contentEquals("beforeDelete")
                        || it.getSimpleName().contentEquals("afterDelete"));
        return own
                || (type.getSuperclass() instanceof DeclaredType base
                        && watchesDeletion((TypeElement) base.asElement()));
    }

    private void constructor() {
        to.member().block("Type() {").line("super(");
        to.line("        $T.class,", shape.name());
        to.line(Code.of("        $L,", shape.details()));
        to.line("        new $T[] {", Api.PROPERTY);
        var fields = shape.fields();
        for (int i = 0; i < fields.size(); i++) {
            to.line("            $L$L", PropertyCode.of(fields.get(i)), i + 1 < fields.size() ? "," : "");
        }
        to.line("        });").end();
    }

    private Source overrides() {
        return to.member().line("@Override");
    }

    private void create() {
        overrides().block("protected $T create() {", shape.name()).line("return new $T();", shape.name());
        to.end();
    }

    private void read() {
        overrides();
        if (shape.fields().stream().anyMatch(it -> it.reference() == null && it.generic())) {
            to.suppress(List.of("unchecked"));
        }
        to.block("protected void read($T model, $T row) {", shape.name(), Api.ROW);
        for (int i = 0; i < shape.fields().size(); i++) {
            var field = shape.fields().get(i);
            to.line("model.$L = $L;", field.name(), read(field, i));
        }
        to.end();
    }

    private static Code read(FieldShape field, int place) {
        String end = field.nullable() ? "OrNull" : "";
        var reference = field.reference();
        if (reference != null) {
            String kind = reference.keyed() ? "keyedRef" : "ref";
            return Code.of("row.$L$L($L, $T.MODEL)", kind, end, place, reference.metamodel());
        }
        return switch (field.type().getKind()) {
            case LONG -> Code.of("row.getLong($L)", place);
            case INT -> Code.of("row.getInt($L)", place);
            default -> Code.of("($T) row.get$L($L)", field.boxed(), end, place);
        };
    }

    private void value() {
        overrides().block("protected $T value($T model, int property) {", OBJECT, shape.name());
        to.block("return switch (property) {");
        for (int i = 0; i < shape.fields().size(); i++) {
            to.line("case $L -> model.$L;", i, shape.fields().get(i).name());
        }
        to.line("default -> throw new $T(property);", NO_SUCH_PLACE).end(";").end();
    }

    private void set() {
        overrides();
        if (shape.fields().stream().anyMatch(FieldShape::generic)) {
            to.suppress(List.of("unchecked"));
        }
        to.block("protected void set($T model, int property, $T value) {", shape.name(), OBJECT);
        to.block("switch (property) {");
        for (int i = 0; i < shape.fields().size(); i++) {
            var field = shape.fields().get(i);
            to.line("case $L -> model.$L = $L;", i, field.name(), cast(field));
        }
        to.line("default -> throw new $T(property);", NO_SUCH_PLACE).end().end();
    }

    private void keyOf() {
        var parts = new ArrayList<Code>();
        for (var key : shape.keys()) {
            parts.add(Code.of(key.reference() == null ? "model.$L" : "model.$L.key()", key.name()));
        }
        overrides().block("protected $T keyOf($T model) {", OBJECT, shape.name());
        to.line("return new $T($L);", shape.key(), Code.join(parts, ", ")).end();
    }

    private void parts() {
        var parts =
                shape.keys().stream().map(it -> Code.of("it.$L()", it.name())).toList();
        overrides().block("protected $T parts($T key) {", TypeName.generic(Api.LIST, OBJECT), OBJECT);
        to.line("var it = ($T) key;", shape.key());
        to.line("return $T.of($L);", Api.LIST, Code.join(parts, ", ")).end();
    }

    /** Databases give numbers of 64 bits. */
    private static Code cast(FieldShape field) {
        return field.identity() && field.primitive() && field.type().getKind() != TypeKind.LONG
                ? Code.of("(($T) value).$LValue()", NUMBER, TypeName.of(field.type()))
                : Code.of("($T) value", field.boxed());
    }
}
