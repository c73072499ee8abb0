package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the methods that make a model's objects of rows and move values between their fields and them. */
final class AccessorWriter {
    private static final ClassName OBJECT = ClassName.of("java.lang", "Object");
    private static final ClassName NO_SUCH_PLACE = ClassName.of("java.lang", "IndexOutOfBoundsException");
    private static final TypeName ANY_TYPE = TypeName.generic(Api.MODEL_TYPE, new TypeName.Word("?"));
    private static final ClassName NUMBER = ClassName.of("java.lang", "Number");

    private final ModelShape shape;
    private final Source to;

    private AccessorWriter(ModelShape shape, Source to) {
        this.shape = shape;
        this.to = to;
    }

    static void write(ModelShape shape, Source to) {
        var writer = new AccessorWriter(shape, to);
        writer.constructor();
        writer.create();
        writer.read();
        writer.value();
        writer.set();
        if (shape.composite()) {
            writer.keyOf();
            writer.parts();
        }
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
        if (watchesDeletion(shape.element())) {
            to.member().block("private $T() {", shape.generated()).line("super(true);");
            to.end();
        } else {
            to.member().line("private $T() {}", shape.generated());
        }
    }

    private Source overrides() {
        return to.member().line("@Override");
    }

    /** The accessor knows no more than that they are objects. */
    private void typed() {
        to.line("var it = ($T) model;", shape.name());
    }

    private void create() {
        overrides().block("protected $T create($T type) {", OBJECT, ANY_TYPE).line("return new $T();", shape.name());
        to.end();
    }

    private void read() {
        overrides();
        if (shape.fields().stream().anyMatch(it -> it.reference() == null && it.generic())) {
            to.suppress(List.of("unchecked"));
        }
        to.block("protected void read($T model, $T row) {", OBJECT, Api.ROW);
        typed();
        for (int i = 0; i < shape.fields().size(); i++) {
            var field = shape.fields().get(i);
            to.line("it.$L = $L;", field.name(), read(field, i));
        }
        to.end();
    }

    private static Code read(FieldShape field, int place) {
        String end = field.nullable() ? "OrNull" : "";
        var reference = field.reference();
        if (reference != null) {
            return reference.keyed()
                    ? Code.of(
                            "row.<$T, $T>keyedRef$L($L, $T.MODEL)",
                            reference.target(),
                            reference.key(),
                            end,
                            place,
                            reference.metamodel())
                    : Code.of("row.<$T>ref$L($L, $T.MODEL)", reference.target(), end, place, reference.metamodel());
        }
        return switch (field.type().getKind()) {
            case LONG -> Code.of("row.getLong($L)", place);
            case INT -> Code.of("row.getInt($L)", place);
            default -> Code.of("($T) row.get$L($L)", field.boxed(), end, place);
        };
    }

    private void value() {
        overrides().block("protected $T value($T model, int property) {", OBJECT, OBJECT);
        typed();
        to.block("return switch (property) {");
        for (int i = 0; i < shape.fields().size(); i++) {
            to.line("case $L -> it.$L;", i, shape.fields().get(i).name());
        }
        to.line("default -> throw new $T(property);", NO_SUCH_PLACE).end(";").end();
    }

    private void set() {
        overrides();
        if (shape.fields().stream().anyMatch(FieldShape::generic)) {
            to.suppress(List.of("unchecked"));
        }
        to.block("protected void set($T model, int property, $T value) {", OBJECT, OBJECT);
        typed();
        to.block("switch (property) {");
        for (int i = 0; i < shape.fields().size(); i++) {
            var field = shape.fields().get(i);
            to.line("case $L -> it.$L = $L;", i, field.name(), cast(field));
        }
        to.line("default -> throw new $T(property);", NO_SUCH_PLACE).end().end();
    }

    private void keyOf() {
        var parts = new ArrayList<Code>();
        for (var key : shape.keys()) {
            parts.add(Code.of(key.reference() == null ? "it.$L" : "it.$L.key()", key.name()));
        }
        overrides().block("protected $T keyOf($T model, int property) {", OBJECT, OBJECT);
        typed();
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
