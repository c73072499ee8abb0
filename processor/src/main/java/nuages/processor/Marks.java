package nuages.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The annotations of a class or a field. */
final class Marks {
    private final Element element;
    private final Map<String, List<Mark>> marks = new HashMap<>();

    Marks(Element element, Elements elements) {
        this.element = element;
        for (var mirror : element.getAnnotationMirrors()) {
            var type = (TypeElement) mirror.getAnnotationType().asElement();
            marks.computeIfAbsent(type.getQualifiedName().toString(), _ -> new ArrayList<>())
                    .add(new Mark(mirror, elements));
        }
    }

    /** An annotation and what it says. */
    static final class Mark {
        private final AnnotationMirror mirror;
        private final Elements elements;
        private @Nullable Map<String, Object> values;

        private Mark(AnnotationMirror mirror, Elements elements) {
            this.mirror = mirror;
            this.elements = elements;
        }

        Object value(String name) {
            if (values == null) {
                values = read();
            }
            var value = values.get(name);
            if (value != null) {
                return value;
            }
            throw new IllegalArgumentException(mirror + " says nothing of " + name
                    + ": use the version of nuages-processor that belongs to your nuages-data");
        }

        private Map<String, Object> read() {
            var all = new HashMap<String, Object>();
            elements.getElementValuesWithDefaults(mirror)
                    .forEach((method, value) -> all.put(method.getSimpleName().toString(), value.getValue()));
            return all;
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
        var single = marks.getOrDefault(name, List.of());
        var several = marks.get(name + ".All");
        if (several == null) {
            return single;
        }
        var found = new ArrayList<>(single);
        for (var mark : several) {
            mark.values("value").forEach(it -> found.add(new Mark((AnnotationMirror) it.getValue(), mark.elements)));
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

    /** The simple names of Jakarta's constraints that it has, each once. */
    List<String> constraints() {
        return marks.keySet().stream()
                .filter(it -> it.startsWith(Api.CONSTRAINTS))
                .map(it -> it.substring(Api.CONSTRAINTS.length()).replace(".List", ""))
                .distinct()
                .sorted()
                .toList();
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
