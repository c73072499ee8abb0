package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people call a model, a field or a constant of an enum; without it, the name in words. */
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Label {
    /** The words. */
    String value();

    /** On a model, the words for several; if empty, the same with an s. */
    String plural() default "";
}
