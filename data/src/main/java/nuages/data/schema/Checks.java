package nuages.data.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is refused in a schema whatever the database. */
final class Checks {
    private Checks() {}

    static void name(String what, String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name of a " + what + " is \"" + name.replace("\0", "\\0")
                    + "\", which no database takes: give it a name without NUL");
        }
    }

    static void sql(String what, @Nullable String sql) {
        if (sql != null && (sql.isBlank() || sql.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("the SQL of a " + what + " is \"" + sql.replace("\0", "\\0")
                    + "\", which no database takes: write an expression, or leave it out");
        }
    }

    static void some(String what, Collection<?> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " has no columns: name one");
        }
    }

    static void distinct(String what, List<String> names) {
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " \"" + name + "\" twice: name it once");
            }
        }
    }
}
