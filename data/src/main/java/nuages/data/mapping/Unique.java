package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** No two rows are equal in this: the field, or on a class, the fields and expressions together. */
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Unique.All.class)
public @interface Unique {
    /** On a class: the names of the fields. */
    String[] fields() default {};

    /** On a class: expressions of SQL, which come after the fields. */
    String[] expressions() default {};

    /**
     * The name of the constraint in the database; if empty, one is made of the table and the columns, as Django does.
     * In it, {@code {table}} stands for the table's, which base classes need.
     */
    String name() default "";

    /** The rows it is about, as a condition of SQL; if empty, all. */
    String where() default "";

    /** Fields whose values its index carries along. */
    String[] include() default {};

    /** When it is checked. */
    Deferral deferrable() default Deferral.NONE;

    /** Whether two nulls differ, as they do to most databases. */
    boolean nullsDistinct() default true;

    /** Several of them. */
    @Target({ElementType.FIELD, ElementType.TYPE})
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Each of them. */
        Unique[] value();
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
