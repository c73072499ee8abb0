package nuages.project.shell;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What snippets need not import: Nuages' own words, and the models. */
final class Imports {
    private static final List<String> PACKAGES =
            List.of("nuages.data.connection", "nuages.data.model", "nuages.data.query", "java.time");

    private Imports() {}

    /** As lines of Java. What is not public cannot be imported. */
    static String of(List<Class<?>> models) {
        var lines = new ArrayList<String>();
        PACKAGES.forEach(each -> lines.add("import " + each + ".*;"));
        for (var model : models) {
            if (Modifier.isPublic(model.getModifiers())) {
                lines.add("import " + model.getCanonicalName() + ";");
                written(model).ifPresent(fields -> lines.add("import " + fields.getCanonicalName() + ";"));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** What the compiler wrote beside a model. */
    private static Optional<Class<?>> written(Class<?> model) {
        try {
            return Optional.of(Class.forName(model.getName() + "_", false, model.getClassLoader()))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .map(type -> type);
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }
}
