package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whether the table of a model is ours to create, change and drop. Without it, it is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Managed {
    /** False for a table that belongs to somebody else. */
    boolean value();
}
