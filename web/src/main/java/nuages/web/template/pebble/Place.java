package nuages.web.template.pebble;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in a page a value is printed, and what a hostile one could do there although it is escaped. */
enum Place {
    /** Text, and attributes in quotes, where escaping is enough. */
    TEXT(null),

    /** The beginning of a URL, whose scheme could make a script of it. */
    URL(null),

    /** In a URL, behind what could be the first part of its scheme. */
    JOINED("in a URL right behind another value, where both together could be a script: write a slash, a question"
            + " mark or what else belongs between them, or print them as one value, {{ a ~ b }}"),

    /** In front of a URL's colon. */
    SCHEME("in front of a URL's colon, where it could make a script of the rest: write the scheme itself, or print"
            + " all of it as one value, {{ a ~ ':' ~ b }}"),

    /** Between the angle brackets of a tag, but in no attribute's value. */
    TAG("between the brackets of a tag, where a space in it would begin another attribute: write the name of what is"
            + " printed, and the value in quotes behind it"),

    /** The value of an attribute without quotes. */
    UNQUOTED("as an attribute's value without quotes, where a space in it would begin another attribute: put quotes"
            + " around it"),

    /** The text of a script. */
    SCRIPT("within a script, where it would be code: hand it over by | json_script in front of the script or by a data-"
            + " attribute, or print it with | escapejs within quotes"),

    /** The value of an attribute that is a script. */
    HANDLER("within the script of an attribute, where it would be code, and which the content security policy forbids"
            + " anyway: put it into a data- attribute, and listen in a script"),

    /** A style sheet or declarations of styles. */
    STYLE("within a style, where it could load and hide what it likes: choose a class by it, or put it into a data-"
            + " attribute"),

    /** A page of its own. */
    PAGE("as the source of a page within this one, where its markup counts although it is escaped: give that page a"
            + " URL");

    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "iframe", "noembed", "xmp");
    private static final Set<String> URLS = Set.of("href", "src", "action", "formaction", "data", "xlink:href");

    private final @Nullable String danger;

    Place(@Nullable String danger) {
        this.danger = danger;
    }

    /** Why a value of which nothing is known must not be printed there; null if it may be. */
    @Nullable
    String danger() {
        return danger;
    }

    /** Whether this is a script of whatever kind. */
    boolean isScript() {
        return this == SCRIPT || this == HANDLER;
    }

    /** Whether the text within an element of that name is no markup. */
    static boolean isRaw(String element) {
        return RAW.contains(element);
    }

    /** Within an element whose text is no markup. */
    static Place within(String element) {
        return switch (element) {
            case "script" -> SCRIPT;
            case "style" -> STYLE;
            default -> TEXT;
        };
    }

    /**
     * Within the quotes of an attribute.
     *
     * @param head what stands in front of it there
     */
    static Place ofAttribute(String name, UrlHead head) {
        if (name.startsWith("on")) {
            return HANDLER;
        }
        return switch (name) {
            case "style" -> STYLE;
            case "srcdoc" -> PAGE;
            default -> head.place();
        };
    }

    /** Whether the attribute of that name is a URL. */
    static boolean isUrl(String name) {
        return URLS.contains(name);
    }
}
