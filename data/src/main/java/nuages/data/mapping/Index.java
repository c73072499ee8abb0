package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index that lets rows repeat: of the field, or on a class, of the fields and expressions. */
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Index.All.class)
public @interface Index {
    /** On a class: the names of the fields; a minus sign before one says that it is descending. */
    String[] fields() default {};

    /** On a class: expressions of SQL, which come after the fields. */
    String[] expressions() default {};

    /**
     * Its name in the database; if empty, one is made of the table and the columns, as Django does.
     * In it, {@code {table}} stands for the table's, which base classes need.
     */
    String name() default "";

    /** The rows it has, as a condition of SQL; if empty, all. */
    String where() default "";

    /** Fields whose values it carries along. */
    String[] include() default {};

    /** How it is kept: {@code btree}, or another of the database's methods. */
    String method() default "btree";

    /** The operator class of each part, which only PostgreSQL has; if empty, the types' own. */
    String[] operators() default {};

    /** Several of them. */
    @Target({ElementType.FIELD, ElementType.TYPE})
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Each of them. */
        Index[] value();
    }
}
