package nuages.message;

import java.util.Locale;

/** How much a message matters: Django's levels, with their numbers. */
public enum Level {
    /** For who develops the site; not kept unless the settings say so. */
    DEBUG(10),
    /** Something to know. */
    INFO(20),
    /** Something was done. */
    SUCCESS(25),
    /** Something may go wrong. */
    WARNING(30),
    /** Something was not done. */
    ERROR(40);

    private final int number;
    private final String tag;

    Level(int number) {
        this.number = number;
        this.tag = name().toLowerCase(Locale.ROOT);
    }

    /** Its number in what visitors carry. */
    public int number() {
        return number;
    }

    /** Its name as a class for style sheets, such as {@code success}. */
    public String tag() {
        return tag;
    }

    /** The level of a number; of a number that none has, the one below it. */
    static Level of(int number) {
        Level found = DEBUG;
        for (Level each : values()) {
            if (each.number <= number) {
                found = each;
            }
        }
        return found;
    }
}
