package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column that the database computes. The field has its value once the row was saved or read. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Generated {
    /** An expression of SQL, with the names of columns. */
    String value();

    /** Whether it is computed when the row is written, and not each time it is read. */
    boolean stored() default true;
}
