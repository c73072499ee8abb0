package nuages.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes that a file imports; of two with one name, the second is named in full. For use by one thread. */
final class Imports {
    /** Names that mean something else in generated classes, or in what they extend. */
    private static final Set<String> TAKEN = Set.of("Path", "At", "R");

    private final ClassName own;
    private final Map<String, ClassName> known = new HashMap<>();

    /** Those of a file with that class. */
    Imports(ClassName own) {
        this.own = own;
        known.put(own.simpleName(), own);
    }

    /** What a class is called. */
    String name(ClassName type) {
        var names = type.simpleNames();
        String outer = names.getFirst();
        if (names.size() > 1 && type.packageName().equals(own.packageName()) && outer.equals(own.simpleName())) {
            return String.join(".", names.subList(1, names.size()));
        }
        if (TAKEN.contains(outer)) {
            return type.canonicalName();
        }
        var before = known.putIfAbsent(outer, type);
        boolean free = before == null
                || (before.packageName().equals(type.packageName())
                        && before.simpleNames().getFirst().equals(outer));
        return free ? String.join(".", names) : type.canonicalName();
    }

    /** What is to be imported, in order. */
    List<String> all() {
        return known.entrySet().stream()
                .filter(it -> !it.getValue().packageName().equals(own.packageName()))
                .map(it -> it.getValue().packageName() + "." + it.getKey())
                .filter(it -> !it.startsWith("java.lang."))
                .sorted()
                .toList();
    }
}
