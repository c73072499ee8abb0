package nuages.data.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The names that Django gives tables, columns, indexes and constraints, unchanged from its version 3.2 to 6.0 (the
 * algorithms of {@code django/db/backends/utils.py}, {@code base/schema.py} and {@code models/indexes.py}). Lengths are
 * in characters, as Django counts them. Immutable; threads share it.
 *
 * @param limit how long a name may be; 0 if the database has no limit
 */
public record Names(int limit) {
    /** Those of PostgreSQL: 63 characters. */
    public static final Names POSTGRESQL = new Names(63);
    /** Those of MariaDB and MySQL: 64 characters. */
    public static final Names MARIADB = new Names(64);
    /** Those of SQLite: any length for tables, 200 characters for indexes. */
    public static final Names SQLITE = new Names(0);

    private static final int LONGEST_INDEX = 200;

    /** Checks that there is room for a hash. */
    public Names {
        if (limit != 0 && limit < 30) {
            throw new IllegalArgumentException(
                    "names of " + limit + " characters have no room for their hash: use at least 30, or 0");
        }
    }

    /** The table of a model: {@code polls}, {@code Question} is {@code polls_question}. */
    public String table(String app, String model) {
        return truncate(app + "_" + model.toLowerCase(Locale.ROOT));
    }

    /** The table between two models, by the table and the field of the one that declares it. */
    public String manyToMany(String table, String field) {
        return truncate(unquoted(table) + "_" + field);
    }

    /** The two columns of such a table, which lead to a model of the first and of the second name. */
    public static List<String> manyToManyColumns(String from, String to) {
        String first = from.toLowerCase(Locale.ROOT);
        String second = to.toLowerCase(Locale.ROOT);
        return first.equals(second)
                ? List.of("from_" + first + "_id", "to_" + second + "_id")
                : List.of(first + "_id", second + "_id");
    }

    /** The column of a foreign key's field. */
    public static String foreignKeyColumn(String field) {
        return field + "_id";
    }

    /** A foreign key's constraint. */
    public String foreignKey(String table, String column, String toTable, String toColumn) {
        return foreignKey(table, List.of(column), toTable, toColumn);
    }

    /** The constraint of a foreign key of several columns, of which the first one of the other table gives a name. */
    public String foreignKey(String table, List<String> columns, String toTable, String toColumn) {
        return indexName(table, columns, "_fk_" + unquoted(toTable) + "_" + toColumn);
    }

    /** The index of a column that is indexed by itself, or of a foreign key. */
    public String index(String table, String... columns) {
        return indexName(table, List.of(columns), "");
    }

    /** PostgreSQL's index for patterns, which texts that are indexed or unique have as well. */
    public String like(String table, String column) {
        return indexName(table, List.of(column), "_like");
    }

    /** A constraint that columns are unique together, when it has no name of its own. */
    public String unique(String table, List<String> columns) {
        return indexName(table, columns, "_uniq");
    }

    /** A check of a column that was added later. */
    public String check(String table, String column) {
        return indexName(table, List.of(column), "_check");
    }

    /** A primary key that was added later. */
    public String primaryKey(String table, List<String> columns) {
        return indexName(table, columns, "_pk");
    }

    /**
     * An index that a model lists without giving it a name; at most 30 characters on every database.
     *
     * @param columns with a minus sign before those that are descending
     */
    public static String listedIndex(String table, List<String> columns) {
        String own = unquoted(table);
        String first = columns.getFirst();
        String name = start(own, 11) + "_" + start(first.startsWith("-") ? first.substring(1) : first, 7) + "_"
                + digest(own + String.join("", columns) + "idx", 6) + "_idx";
        return forbiddenStart(name) ? "D" + name.substring(name.offsetByCodePoints(0, 1)) : name;
    }

    private String indexName(String table, List<String> columns, String suffix) {
        String from = unquoted(table);
        String joined = String.join("_", columns);
        String hash = digest(from + String.join("", columns), 8) + suffix;
        int max = limit == 0 ? LONGEST_INDEX : limit;
        String whole = from + "_" + joined + "_" + hash;
        if (length(whole) <= max) {
            return whole;
        }
        String end = 3 * length(hash) > max ? start(hash, max / 3) : hash;
        int each = (max - length(end)) / 2 - 1;
        String cut = start(from, each) + "_" + start(joined, each) + "_" + end;
        return forbiddenStart(cut) ? "D" + cut.substring(0, cut.length() - 1) : cut;
    }

    private String truncate(String name) {
        return limit == 0 || length(name) <= limit ? name : start(name, limit - 4) + digest(name, 4);
    }

    /** Oracle's rule, which Django keeps everywhere. */
    private static boolean forbiddenStart(String name) {
        return name.startsWith("_") || Character.isDigit(name.codePointAt(0));
    }

    /** Django lets a table have a schema, as in {@code a"."b}, or its own quotes: they are no part of other names. */
    private static String unquoted(String table) {
        int dot = table.indexOf("\".\"");
        String last = dot < 0 ? table : table.substring(dot + 3);
        return last.length() > 1 && last.startsWith("\"") && last.endsWith("\"")
                ? last.substring(1, last.length() - 1)
                : last;
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    private static String start(String name, int length) {
        return length(name) <= length ? name : name.substring(0, name.offsetByCodePoints(0, length));
    }

    private static String digest(String text, int length) {
        try {
            var hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this Java has no MD5, which names are shortened with: use another runtime", e);
        }
    }
}
