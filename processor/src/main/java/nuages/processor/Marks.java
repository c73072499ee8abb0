package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The annotations of a class or a field. */
final class Marks {
    private final Element element;
    private final Elements elements;

    Marks(Element element, Elements elements) {
        this.element = element;
        this.elements = elements;
    }

    /** An annotation and what it says. */
    static final class Mark {
        private final AnnotationMirror mirror;
        private final Elements elements;

        private Mark(AnnotationMirror mirror, Elements elements) {
            this.mirror = mirror;
            this.elements = elements;
        }

        Object value(String name) {
            for (var each : elements.getElementValuesWithDefaults(mirror).entrySet()) {
                if (each.getKey().getSimpleName().contentEquals(name)) {
                    return each.getValue().getValue();
                }
            }
            throw new IllegalArgumentException(mirror + " says nothing of " + name
                    + ": use the version of nuages-processor that belongs to your nuages-data");
        }

        String text(String name) {
            return value(name).toString();
        }

        boolean is(String name) {
            return (Boolean) value(name);
        }

        int number(String name) {
            return (Integer) value(name);
        }

        /** The name of a constant of an enum. */
        String constant(String name) {
            return ((VariableElement) value(name)).getSimpleName().toString();
        }

        List<String> texts(String name) {
            return values(name).stream().map(it -> it.getValue().toString()).toList();
        }

        @SuppressWarnings("unchecked")
        private List<? extends AnnotationValue> values(String name) {
            return (List<? extends AnnotationValue>) value(name);
        }
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<Mark> find(String name) {
        return all(name).stream().findFirst();
    }

    /** Those of that name, also if they stand in the container for several. */
    List<Mark> all(String name) {
        var found = new ArrayList<Mark>();
        for (var mirror : element.getAnnotationMirrors()) {
            String type = mirror.getAnnotationType().toString();
            var mark = new Mark(mirror, elements);
            if (type.equals(name)) {
                found.add(mark);
            } else if (type.equals(name + ".All")) {
                mark.values("value").forEach(it -> found.add(new Mark((AnnotationMirror) it.getValue(), elements)));
            }
        }
        return found;
    }

    Optional<Mark> ours(String name) {
        return find(Api.MAPPING + name);
    }

    /** One of Jakarta's constraints. */
    Optional<Mark> constraint(String name) {
        return find(Api.CONSTRAINTS + name);
    }

    /** Whether it may be null, by whichever annotation of that name. */
    boolean nullable(TypeMirror type) {
        return nullable((AnnotatedConstruct) element) || nullable((AnnotatedConstruct) type);
    }

    private static boolean nullable(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(
                        it -> it.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
    }
}
