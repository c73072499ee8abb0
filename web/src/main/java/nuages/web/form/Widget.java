package nuages.web.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a field is entered, where its type and its constraints do not tell: {@code @Widget(TEXTAREA) String story}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Widget {
    /** What kind of control it is. */
    Kind value() default Kind.USUAL;

    /** What stands in it, as an example, as long as it is empty. */
    String placeholder() default "";

    /** What browsers may fill in: a word of HTML's {@code autocomplete}, such as {@code username}. */
    String autocomplete() default "";

    /** How many lines a text area shows; 0 for the usual. */
    int rows() default 0;

    /** Which files are offered: a list of HTML's {@code accept}, such as {@code image/*}. What is sent may be any. */
    String accept() default "";

    /** The controls that there are. */
    enum Kind {
        /** What follows from the type of the field. */
        USUAL(""),
        /** One line of text. */
        TEXT("text"),
        /** Lines of text. */
        TEXTAREA(""),
        /** A number. */
        NUMBER("number"),
        /** An address of mail. */
        EMAIL("email"),
        /** An address of the web. */
        URL("url"),
        /** A telephone number. */
        TEL("tel"),
        /** Words to search for. */
        SEARCH("search"),
        /** A secret; what was typed is never sent back. */
        PASSWORD("password"),
        /** A colour. */
        COLOR("color"),
        /** A day. */
        DATE("date"),
        /** A time of the day. */
        TIME("time"),
        /** A day and a time. */
        DATETIME("datetime-local"),
        /** A month of a year. */
        MONTH("month"),
        /** A file. */
        FILE("file"),
        /** Nothing that is seen. */
        HIDDEN("hidden"),
        /** A box to tick. */
        CHECKBOX("checkbox"),
        /** A list, of which one is chosen. */
        SELECT(""),
        /** A list, of which several are chosen. */
        MULTIPLE(""),
        /** Buttons, of which one is chosen. */
        RADIOS("radio"),
        /** Boxes, of which several are ticked. */
        CHECKBOXES("checkbox");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of an {@code <input>}; empty for what is none. */
        String type() {
            return type;
        }

        /** Whether it is several controls, with a legend in the place of a label. */
        boolean group() {
            return this == RADIOS || this == CHECKBOXES;
        }

        /** Whether it shows what there is to choose from. */
        boolean chooses() {
            return this == SELECT || this == MULTIPLE || group();
        }
    }
}
