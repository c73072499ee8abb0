package nuages.processor;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Writes {@code Question_} for a model {@code Question}: its fields, and how objects are made of rows. */
public final class ModelProcessor extends AbstractProcessor {
    private final Set<String> waiting = new LinkedHashSet<>();
    private final TablesSeen seen = new TablesSeen();
    private @Nullable Java java;

    /** For the compiler, which finds it as a service. */
    public ModelProcessor() {}

    /** All: Eclipse's compiler does not call those that claim an annotation which classes only inherit. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        java = new Java(environment.getTypeUtils(), environment.getElementUtils());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (java != null && !round.processingOver()) {
            var mapped = java.elements().getTypeElement(Api.MAPPED);
            if (mapped != null) {
                for (var model : models(java, mapped, round)) {
                    handle(java, model);
                }
            }
        }
        return false;
    }

    private Set<TypeElement> models(Java java, TypeElement mapped, RoundEnvironment round) {
        var models = new LinkedHashSet<TypeElement>();
        waiting.forEach(it -> models.add(java.elements().getTypeElement(it)));
        waiting.clear();
        round.getElementsAnnotatedWith(mapped).stream()
                .filter(it -> it.getKind() == ElementKind.CLASS)
                .filter(it -> !it.getModifiers().contains(Modifier.ABSTRACT))
                .forEach(it -> models.add((TypeElement) it));
        return models;
    }

    /**
     * What is wrong with a table leaves its class to be written, so that no other errors follow. A field's type may be
     * written by another processor, so that it is known in the next round.
     */
    private void handle(Java java, TypeElement model) {
        if (FieldsOfClass.unknownTypes(model, java)) {
            waiting.add(model.getQualifiedName().toString());
            return;
        }
        var problems = new Problems(processingEnv.getMessager(), model);
        var shape = new ModelReader(java, problems).read(model);
        if (shape != null) {
            seen.add(shape, problems);
            write(shape, problems);
        }
    }

    private void write(ModelShape shape, Problems problems) {
        try {
            var file =
                    processingEnv.getFiler().createSourceFile(shape.generated().canonicalName(), shape.element());
            try (var writer = file.openWriter()) {
                writer.write(MetamodelWriter.write(shape));
            }
        } catch (FilerException _) {
            problems.report(
                    shape.element(),
                    shape.generated().canonicalName() + " is there already, so that it cannot be written for model "
                            + shape.simpleName() + ".",
                    "delete that class, or give it another name.");
        } catch (IOException e) {
            problems.report(
                    shape.element(),
                    shape.generated().canonicalName() + " could not be written: " + e.getMessage() + ".",
                    "see that the folder of generated sources can be written to.");
        }
    }
}
