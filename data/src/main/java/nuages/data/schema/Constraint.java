package nuages.data.schema;

import java.util.Arrays;
import java.util.List;
import nuages.data.schema.Index.Part;
import org.jspecify.annotations.Nullable;

/** What must hold of a table's rows. Immutable; threads share it. */
public sealed interface Constraint {
    /** Its name in the database. */
    String name();

    /**
     * No two rows are equal in this.
     *
     * @param parts columns or expressions
     * @param condition the rows it is about, if not all
     * @param include columns that its index carries along
     * @param nullsDistinct whether two nulls are no repetition, as they are to most databases
     */
    record Unique(
            String name,
            List<Part> parts,
            @Nullable String condition,
            List<String> include,
            Deferral deferral,
            boolean nullsDistinct)
            implements Constraint {
        /** Checks that what it asks for goes together. */
        public Unique {
            Checks.name("constraint", name);
            Checks.some("constraint \"" + name + "\"", parts);
            Checks.sql("condition of constraint " + name, condition);
            parts = List.copyOf(parts);
            include = List.copyOf(include);
            boolean ofAllColumns = condition == null && parts.stream().allMatch(Part::plain);
            if (deferral != Deferral.NONE && !(ofAllColumns && include.isEmpty())) {
                throw new IllegalArgumentException(
                        "constraint \"" + name + "\" can be deferred and is of some rows, of "
                                + "expressions or with included columns, which no database has together: choose one");
            }
        }

        /** No two rows are equal in these columns. */
        public static Unique of(String name, String... columns) {
            return of(name, Arrays.stream(columns).map(Part::column).toList());
        }

        /** No two rows are equal in these parts. */
        public static Unique of(String name, List<Part> parts) {
            return new Unique(name, parts, null, List.of(), Deferral.NONE, true);
        }

        /** The same, of the rows for which this holds, or of all. */
        public Unique where(@Nullable String holds) {
            return new Unique(name, parts, holds, include, deferral, nullsDistinct);
        }

        /** The same, whose index carries these columns along. */
        public Unique including(List<String> columns) {
            return new Unique(name, parts, condition, columns, deferral, nullsDistinct);
        }

        /** The same, checked at another time. */
        public Unique deferred(Deferral when) {
            return new Unique(name, parts, condition, include, when, nullsDistinct);
        }

        /** The same, in which two nulls are equal. */
        public Unique withEqualNulls() {
            return new Unique(name, parts, condition, include, deferral, false);
        }

        /** Whether it can be a constraint of the table; if not, it is an index. */
        public boolean ofPlainColumns() {
            return condition == null && include.isEmpty() && parts.stream().allMatch(Part::plain);
        }
    }

    /**
     * An expression is not false for any row.
     *
     * @param sql the expression
     */
    record Check(String name, String sql) implements Constraint {
        /** Checks that there is an expression. */
        public Check {
            Checks.name("constraint", name);
            Checks.sql("constraint " + name, sql);
        }
    }

    /** When a constraint is checked. */
    enum Deferral {
        /** At once, always. */
        NONE,
        /** At once, unless a transaction asks for later. */
        IMMEDIATE,
        /** When the transaction ends, unless it asks for sooner. */
        DEFERRED
    }
}
