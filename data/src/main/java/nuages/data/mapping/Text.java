package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text of any length, which a {@code String} without {@code @Size} is, too; and texts of a form of their own. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** An address of the web, of at most 200 characters unless {@code @Size} says otherwise. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Url {}

    /** A name in an address: letters, digits, - and _, of at most 50 characters unless {@code @Size} says otherwise. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Slug {
        /** Whether there is an index on it. */
        boolean index() default true;
    }

    /** An IPv4 or IPv6 address. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface IpAddress {}
}
