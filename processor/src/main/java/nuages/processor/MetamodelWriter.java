package nuages.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the class that knows a model's fields. */
final class MetamodelWriter {
    private final ModelShape shape;
    private final ClassName path;

    private MetamodelWriter(ModelShape shape) {
        this.shape = shape;
        this.path = shape.generated().nestedClass("Path");
    }

    static TypeSpec write(ModelShape shape) {
        return new MetamodelWriter(shape).write();
    }

    private TypeSpec write() {
        var type = TypeSpec.classBuilder(shape.generated())
                .addOriginatingElement(shape.element())
                .addJavadoc("The fields of {@link $T}.", shape.name())
                .addAnnotation(Api.NULL_UNMARKED)
                .addModifiers(Modifier.FINAL);
        if (visible(shape.element())) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (deprecated()) {
            type.addAnnotation(suppressed("deprecation", "removal"));
        }
        type.addField(model()).addField(own());
        shape.fields().forEach(it -> type.addField(constant(it)));
        for (var link : shape.links()) {
            type.addField(link.constant(shape.name())
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer("OWN.$N", link.name())
                    .build());
        }
        if (shape.composite()) {
            type.addField(PathWriter.key(shape, shape.name())
                    .addModifiers(Modifier.STATIC, Modifier.FINAL)
                    .initializer("OWN.KEY")
                    .build());
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        shape.fields().stream().filter(it -> it.reference() != null).forEach(it -> type.addMethod(way(it)));
        return type.addType(PathWriter.write(shape))
                .addType(TypeWriter.write(shape))
                .build();
    }

    /** Whether other packages see it, and all around it. */
    private static boolean visible(@Nullable Element element) {
        return element == null
                || !(element.getKind().isClass() || element.getKind().isInterface())
                || (element.getModifiers().contains(Modifier.PUBLIC) && visible(element.getEnclosingElement()));
    }

    static AnnotationSpec suppressed(String... warnings) {
        var annotation = AnnotationSpec.builder(SuppressWarnings.class);
        for (String warning : warnings) {
            annotation.addMember("value", "$S", warning);
        }
        return annotation.build();
    }

    private boolean deprecated() {
        return shape.fields().stream().anyMatch(it -> it.marks().has("java.lang.Deprecated"))
                || shape.element().getAnnotation(Deprecated.class) != null;
    }

    private FieldSpec model() {
        return FieldSpec.builder(ParameterizedTypeName.get(Api.MODEL_TYPE, shape.name()), "MODEL")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("What is known of the model.")
                .initializer("new $T()", shape.generated().nestedClass("Type"))
                .build();
    }

    private FieldSpec own() {
        return FieldSpec.builder(ParameterizedTypeName.get(path, shape.name()), "OWN")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T<>(MODEL.at())", path)
                .build();
    }

    private FieldSpec constant(FieldShape field) {
        return FieldSpec.builder(field.constant(shape.name()), field.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Column {@code $L}.", field.column())
                .initializer("OWN.$N", field.name())
                .build();
    }

    private MethodSpec way(FieldShape field) {
        return PathWriter.way(field, shape.name())
                .addModifiers(Modifier.STATIC)
                .addStatement("return OWN.$N()", field.name())
                .build();
    }
}
