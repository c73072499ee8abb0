package nuages.project.inspection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The classes that a source names, in their order. One thread uses it. */
final class Imports {
    private final Set<String> names = new TreeSet<>();

    /** The name by which the source calls a class, which is imported. */
    String use(String type) {
        if (type.indexOf('.') < 0) {
            return type;
        }
        int start = 0;
        while (!Character.isUpperCase(type.charAt(start))) {
            start = type.indexOf('.', start) + 1;
        }
        int end = type.indexOf('.', start);
        names.add(end < 0 ? type : type.substring(0, end));
        return type.substring(start);
    }

    String use(Mark mark) {
        return "@" + use(mark.type()) + (mark.arguments().isEmpty() ? "" : "(" + mark.arguments() + ")");
    }

    Collection<String> all() {
        return names;
    }
}
