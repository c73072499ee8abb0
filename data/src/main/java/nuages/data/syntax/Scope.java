package nuages.data.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of one query and what they are called in it. For use by one thread. */
final class Scope {
    private final @Nullable Scope parent;
    private final Set<String> taken;
    private final Map<Source, String> names = new LinkedHashMap<>();

    Scope(@Nullable Scope parent, Set<String> taken) {
        this.parent = parent;
        this.taken = taken;
    }

    @Nullable
    Scope parent() {
        return parent;
    }

    /** What a table is called; from now on it is one of the query's. */
    String name(Source source) {
        var known = names.get(source);
        if (known != null) {
            return known;
        }
        if (source.before() != null) {
            name(source.before());
        }
        String name = source.table();
        for (int i = 2; !taken.add(name); i++) {
            name = "t" + i;
        }
        names.put(source, name);
        return name;
    }

    /** The tables, each after the one it is joined to, and their names. */
    Map<Source, String> names() {
        return names;
    }
}
