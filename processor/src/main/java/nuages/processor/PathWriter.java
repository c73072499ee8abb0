package nuages.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the class of a model's fields as they are reached from another model. */
final class PathWriter {
    private static final TypeVariableName ROOT = TypeVariableName.get("R");

    private PathWriter() {}

    static TypeSpec write(ModelShape shape) {
        var path = TypeSpec.classBuilder("Path")
                .addJavadoc("The fields of {@link $T}, reached from another model.", shape.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(ROOT)
                .superclass(ParameterizedTypeName.get(Api.MODEL_PATH, ROOT, shape.name()));
        for (int i = 0; i < shape.fields().size(); i++) {
            path.addField(field(shape.fields().get(i), i));
        }
        for (int i = 0; i < shape.links().size(); i++) {
            path.addField(shape.links()
                    .get(i)
                    .constant(ROOT)
                    .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                    .initializer("manyToMany($L)", i)
                    .build());
        }
        if (shape.composite()) {
            path.addField(key(shape, ROOT)
                    .addModifiers(Modifier.FINAL)
                    .initializer("compositeKey()")
                    .build());
        }
        path.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Api.AT, "at")
                .addStatement("super(MODEL, at)")
                .build());
        path.addMethod(at(shape.generated().nestedClass("Path")));
        shape.fields().stream().filter(it -> it.reference() != null).forEach(it -> path.addMethod(way(it)));
        return path.build();
    }

    private static FieldSpec field(FieldShape field, int place) {
        var reference = field.reference();
        var made = reference == null
                ? CodeBlock.of("$L($L)", field.kept().kind().method(), place)
                : CodeBlock.of(
                        reference.single() ? "oneToOne($L, $T.class)" : "foreignKey($L, $T.class)",
                        place,
                        reference.target());
        return FieldSpec.builder(field.constant(ROOT), field.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Column {@code $L}.", field.column())
                .initializer(made)
                .build();
    }

    /** What stands for a key of several fields. */
    static FieldSpec.Builder key(ModelShape shape, TypeName root) {
        return FieldSpec.builder(ParameterizedTypeName.get(Api.query("Expression"), root, shape.key()), "KEY")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The key.");
    }

    private static MethodSpec at(ClassName path) {
        return MethodSpec.methodBuilder("at")
                .addJavadoc("The fields where the table is joined.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariable(ROOT)
                .returns(ParameterizedTypeName.get(path, ROOT))
                .addParameter(Api.AT, "at")
                .addStatement("return new $T<>(at)", path)
                .build();
    }

    private static MethodSpec way(FieldShape field) {
        return way(field, ROOT)
                .addStatement(
                        "return $T.at($N.way())",
                        Objects.requireNonNull(field.reference()).metamodel().nestedClass("Path"),
                        field.name())
                .build();
    }

    /** The way to what a field refers to, without where it begins. */
    static MethodSpec.Builder way(FieldShape field, TypeName root) {
        var target = Objects.requireNonNull(field.reference()).metamodel().nestedClass("Path");
        return MethodSpec.methodBuilder(field.name())
                .addJavadoc("The fields of what {@code $L} refers to.", field.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(target, root));
    }
}
