package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key of a model that extends {@code KeyedModel}, or one of the fields of which it is made. If there are several, the
 * type of the key is a record with a component of the same name and type for each, in their order; the component for a
 * {@code Ref} is of the type of the key it refers to.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Key {
    /** Whether the database numbers new rows; for whole numbers, which are 0 while the row is new. */
    boolean identity() default false;
}
