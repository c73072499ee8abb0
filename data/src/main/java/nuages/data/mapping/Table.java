package nuages.data.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The table of a model. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Table {
    /** Its name; if empty, the app's and the class's in small letters: {@code polls_question}. */
    String name() default "";

    /** What the database keeps for its readers. */
    String comment() default "";

    /** The app that the models of a package belong to; without it, the last part of the package's name. */
    @Target(ElementType.PACKAGE)
    @Retention(RetentionPolicy.CLASS)
    @interface App {
        /** The name of the app. */
        String value();
    }
}
