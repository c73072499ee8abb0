package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A reference to a row of another model, in a field of type {@code Ref}: many rows may refer to the same one. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface ForeignKey {
    /** What happens to this row when the other is deleted. */
    OnDelete onDelete();

    /** The name of the column; if empty, the field's with {@code _id}. */
    String column() default "";

    /** Whether the database checks that the other row is there. */
    boolean constraint() default true;

    /** Whether there is an index on it; on MariaDB there always is, unless the database does not check the reference. */
    boolean index() default true;
}
