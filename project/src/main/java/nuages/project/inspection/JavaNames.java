package nuages.project.inspection;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names of tables and columns as names in Java, each given once. One thread uses it. */
final class JavaNames {
    /** What a source could import, what every source knows, and what stands in a model or beside it. */
    private static final Set<String> CLASSES = Set.of(
            "bigdecimal",
            "boolean",
            "check",
            "class",
            "column",
            "dbdefault",
            "digits",
            "double",
            "duration",
            "enum",
            "error",
            "exception",
            "float",
            "foreignkey",
            "generated",
            "id",
            "index",
            "instant",
            "integer",
            "iterable",
            "json",
            "key",
            "keyedmodel",
            "keyedref",
            "list",
            "localdate",
            "localtime",
            "long",
            "managed",
            "many",
            "manytomany",
            "math",
            "model",
            "module",
            "nullable",
            "number",
            "object",
            "ondelete",
            "onetoone",
            "override",
            "package",
            "path",
            "positiveorzero",
            "process",
            "queryset",
            "record",
            "ref",
            "runtime",
            "short",
            "size",
            "string",
            "system",
            "table",
            "text",
            "thread",
            "unique",
            "uuid",
            "void");

    /** Names of the class that is written beside a model, and of methods that every object has. */
    private static final Set<String> FIELDS = Set.of(
            "MODEL",
            "OWN",
            "KEY",
            "objects",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "compositeKey");

    /** Methods of models, which one that leads to other rows must not hide. */
    private static final Set<String> METHODS = Set.of(
            "save",
            "insert",
            "update",
            "delete",
            "refresh",
            "isNew",
            "validate",
            "beforeSave",
            "beforeDelete",
            "afterDelete");

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final Set<String> given = new HashSet<>();

    /** The class for a table; names that differ by capitals alone would be one file on some systems. */
    String type(String table) {
        var name = new StringBuilder();
        for (var part : PARTS.split(table)) {
            name.append(capital(part));
        }
        String start = letter(name) ? name.toString() : "Table" + name;
        return free(CLASSES.contains(start.toLowerCase(Locale.ROOT)) ? start + "Row" : start);
    }

    /** The field for a column. */
    String field(String column) {
        return free(usable(camel(column)));
    }

    /** Whether that name is still to be had. */
    boolean isFree(String name) {
        return usable(name).equals(name) && !given.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The method that leads to the rows of a table between. */
    String method(String words) {
        String name = usable(camel(words));
        return free(METHODS.contains(name) ? name + "Rows" : name);
    }

    private static String usable(String name) {
        return SourceVersion.isKeyword(name) || FIELDS.contains(name) ? name + "Field" : name;
    }

    /** {@code published_at} is {@code publishedAt}, and {@code CreatedAt} is {@code createdAt}. */
    static String camel(String column) {
        var name = new StringBuilder();
        for (var part : PARTS.split(column)) {
            name.append(name.isEmpty() ? small(part) : capital(part));
        }
        return letter(name) ? name.toString() : "column" + name;
    }

    private static boolean letter(CharSequence name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(Character.codePointAt(name, 0));
    }

    private static String capital(String part) {
        return part.isEmpty()
                ? ""
                : part.substring(0, 1).toUpperCase(Locale.ROOT) + uniform(part).substring(1);
    }

    private static String small(String part) {
        return part.isEmpty()
                ? ""
                : part.substring(0, 1).toLowerCase(Locale.ROOT) + uniform(part).substring(1);
    }

    /** What is all capitals need not shout. */
    private static String uniform(String part) {
        return part.equals(part.toUpperCase(Locale.ROOT)) ? part.toLowerCase(Locale.ROOT) : part;
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; !given.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + i;
        }
        return free;
    }

    /** The column that a field has if nothing else is said: the processor's rule. */
    static String column(String field) {
        return field.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
