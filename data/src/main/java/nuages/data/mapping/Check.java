package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A condition of SQL that is not false for any row. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Check.All.class)
public @interface Check {
    /** Its name in the database, where {@code {table}} stands for the table's, which base classes need. */
    String name();

    /** The condition, with the names of columns. */
    String sql();

    /** Several of them. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Each of them. */
        Check[] value();
    }
}
