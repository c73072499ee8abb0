package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that becomes the present time each time the row is saved. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface AutoNow {}
