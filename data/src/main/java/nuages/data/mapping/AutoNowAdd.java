package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that becomes the present time when the row is saved first. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface AutoNowAdd {}
