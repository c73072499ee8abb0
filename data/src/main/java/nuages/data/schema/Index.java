package nuages.data.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that lets rows repeat. Immutable; threads share it.
 *
 * @param method how it is kept: {@value #BTREE}, or one of the database's others, in small letters
 * @param condition which rows it has, if not all
 * @param include columns that it carries along without being sorted by them
 */
public record Index(
        String name,
        List<Part> parts,
        String method,
        @Nullable String condition,
        List<String> include) {
    /** The method of every database. */
    public static final String BTREE = "btree";

    /** Checks that it sorts by something. */
    public Index {
        Checks.name("index", name);
        Checks.name("index method", method);
        Checks.some("index \"" + name + "\"", parts);
        Checks.sql("condition of index " + name, condition);
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /** An index of columns, each ascending. */
    public static Index of(String name, String... columns) {
        return of(name, Arrays.stream(columns).map(Part::column).toList());
    }

    /** An index of these parts. */
    public static Index of(String name, List<Part> parts) {
        return new Index(name, parts, BTREE, null, List.of());
    }

    /** The same, kept another way. */
    public Index using(String other) {
        return new Index(name, parts, other, condition, include);
    }

    /** The same, of the rows for which this holds, or of all. */
    public Index where(@Nullable String holds) {
        return new Index(name, parts, method, holds, include);
    }

    /** The same, which carries these columns along. */
    public Index including(List<String> columns) {
        return new Index(name, parts, method, condition, columns);
    }

    /**
     * What an index sorts by.
     *
     * @param text a column's name, or an expression
     * @param operators the operator class, which only PostgreSQL has, if not the type's own
     */
    public record Part(
            String text,
            boolean expression,
            boolean descending,
            @Nullable String operators) {
        /** Checks that there is something. */
        public Part {
            Checks.sql("part of an index", text);
        }

        /** A column, ascending. */
        public static Part column(String name) {
            return new Part(name, false, false, null);
        }

        /** An expression, ascending. */
        public static Part expression(String sql) {
            return new Part(sql, true, false, null);
        }

        /** The same, descending. */
        public Part down() {
            return new Part(text, expression, true, operators);
        }

        /** The same, compared by an operator class, or by the type's own. */
        public Part by(@Nullable String operatorClass) {
            return new Part(text, expression, descending, operatorClass);
        }

        /** Whether it is a column and nothing else. */
        public boolean plain() {
            return !expression && !descending && operators == null;
        }
    }
}
