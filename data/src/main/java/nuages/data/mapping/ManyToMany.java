package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * References to any number of rows of another model, as a method {@code public Many<Tag> tags() { return many(Post_.tags);
 * }}. They are kept in a table between the two, which is made by itself unless {@link #through} names its model.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface ManyToMany {
    /** The model of the table between the two, if it is one of your own. */
    Class<?> through() default void.class;

    /** The field of that model that refers to this one, if several do. */
    String from() default "";

    /** The field of that model that refers to the other, if several do. */
    String to() default "";

    /** The name of the table; if empty, this one's and the field's. */
    String table() default "";

    /** Whether, among rows of one model, each leads back as well. */
    boolean symmetrical() default true;
}
