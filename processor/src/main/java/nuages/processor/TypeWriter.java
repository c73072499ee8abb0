package nuages.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the class that describes a model and makes objects of rows. */
final class TypeWriter {
    private final ModelShape shape;

    private TypeWriter(ModelShape shape) {
        this.shape = shape;
    }

    static TypeSpec write(ModelShape shape) {
        var writer = new TypeWriter(shape);
        var type = TypeSpec.classBuilder("Type")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Api.MODEL_TYPE, shape.name()))
                .addMethod(writer.constructor())
                .addMethod(writer.create())
                .addMethod(writer.read())
                .addMethod(writer.value())
                .addMethod(writer.set());
        if (shape.composite()) {
            type.addMethod(writer.keyOf()).addMethod(writer.parts());
        }
        if (watchesDeletion(shape.element())) {
            type.addMethod(writer.method("watchesDeletion")
                    .returns(boolean.class)
                    .addStatement("return true")
                    .build());
        }
        return type.build();
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

    private MethodSpec constructor() {
        var parts = new ArrayList<CodeBlock>();
        parts.add(CodeBlock.of("$T.class", shape.name()));
        parts.add(shape.details());
        shape.fields().forEach(it -> parts.add(PropertyCode.of(it)));
        return MethodSpec.constructorBuilder()
                .addStatement("super(\n$L)", CodeBlock.join(parts, ",\n"))
                .build();
    }

    private MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    private MethodSpec create() {
        return method("create")
                .returns(shape.name())
                .addStatement("return new $T()", shape.name())
                .build();
    }

    private MethodSpec read() {
        var method = method("read").addParameter(shape.name(), "model").addParameter(Api.ROW, "row");
        for (int i = 0; i < shape.fields().size(); i++) {
            var field = shape.fields().get(i);
            method.addStatement("model.$N = $L", field.name(), read(field, i));
        }
        return method.build();
    }

    private static CodeBlock read(FieldShape field, int place) {
        String end = field.nullable() ? "OrNull" : "";
        var reference = field.reference();
        if (reference != null) {
            String kind = reference.keyed() ? "keyedRef" : "ref";
            return CodeBlock.of("row.$L$L($L, $T.MODEL)", kind, end, place, reference.metamodel());
        }
        return switch (field.type().getKind()) {
            case LONG -> CodeBlock.of("row.getLong($L)", place);
            case INT -> CodeBlock.of("row.getInt($L)", place);
            case SHORT, DOUBLE, FLOAT, BOOLEAN -> CodeBlock.of("row.<$T>get($L)", field.boxed(), place);
            default -> CodeBlock.of("row.get$L($L)", end, place);
        };
    }

    private MethodSpec value() {
        var code = CodeBlock.builder().add("return switch (property) {\n$>");
        for (int i = 0; i < shape.fields().size(); i++) {
            code.add("case $L -> model.$N;\n", i, shape.fields().get(i).name());
        }
        code.add("default -> throw new $T(property);\n$<};\n", IndexOutOfBoundsException.class);
        return method("value")
                .returns(ClassName.get(Object.class).annotated(nullable()))
                .addParameter(shape.name(), "model")
                .addParameter(int.class, "property")
                .addCode(code.build())
                .build();
    }

    private MethodSpec set() {
        var code = CodeBlock.builder().add("switch (property) {\n$>");
        for (int i = 0; i < shape.fields().size(); i++) {
            var field = shape.fields().get(i);
            code.add("case $L -> model.$N = $L;\n", i, field.name(), cast(field));
        }
        code.add("default -> throw new $T(property);\n$<}\n", IndexOutOfBoundsException.class);
        var method = method("set")
                .addParameter(shape.name(), "model")
                .addParameter(int.class, "property")
                .addParameter(ClassName.get(Object.class).annotated(nullable()), "value")
                .addCode(code.build());
        if (shape.hasGenerics()) {
            method.addAnnotation(MetamodelWriter.suppressed("unchecked"));
        }
        return method.build();
    }

    private MethodSpec keyOf() {
        var parts = shape.keys().stream()
                .map(it -> it.reference() == null
                        ? CodeBlock.of("model.$N", it.name())
                        : CodeBlock.of("model.$N.key()", it.name()))
                .collect(CodeBlock.joining(", "));
        return method("keyOf")
                .returns(Object.class)
                .addParameter(shape.name(), "model")
                .addStatement("return new $T($L)", shape.key(), parts)
                .build();
    }

    private MethodSpec parts() {
        var parts = shape.keys().stream()
                .map(it -> CodeBlock.of("it.$N()", it.name()))
                .collect(CodeBlock.joining(", "));
        return method("parts")
                .returns(ParameterizedTypeName.get(List.class, Object.class))
                .addParameter(Object.class, "key")
                .addStatement("var it = ($T) key", shape.key())
                .addStatement("return $T.of($L)", List.class, parts)
                .build();
    }

    /** Databases give numbers of 64 bits. */
    private static CodeBlock cast(FieldShape field) {
        return field.identity() && field.primitive() && field.type().getKind() != TypeKind.LONG
                ? CodeBlock.of("(($T) value).$LValue()", Number.class, field.type())
                : CodeBlock.of("($T) value", field.boxed());
    }

    private static AnnotationSpec nullable() {
        return AnnotationSpec.builder(Api.NULLABLE).build();
    }
}
