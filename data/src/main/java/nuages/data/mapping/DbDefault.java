package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database puts in when a row is inserted without a value. A new row is, if the field is null or, for a number that
 * is not {@code @Nullable}, zero. Where 0 is a value like others, declare the field as {@code @Nullable Integer}: null is what
 * the database fills in then.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface DbDefault {
    /** An expression of SQL, such as {@code now()} or {@code 'new'}. */
    String value();
}
