package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column of a field. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Column {
    /** Its name; if empty, the field's in small letters with underscores: {@code published_at}. */
    String name() default "";

    /** Its type, as the database calls it; if empty, what follows from the field's type. */
    String type() default "";

    /** Whether a {@code List} is an array, which only PostgreSQL has, and not a JSON document. */
    boolean array() default false;

    /** The order of its texts; if empty, the database's. */
    String collation() default "";

    /** What the database keeps for its readers. */
    String comment() default "";
}
