package nuages.project;

import org.jspecify.annotations.Nullable;

/**
 * A setting that is read from the environment, not its value: see {@link Settings#env}. Immutable.
 *
 * <p>It is read when the project is composed, so that everything that is wrong can be told at once.
 */
public final class Setting {
    /** Stands for a line of code where the framework asks for itself. */
    static final String STANDARD = "standard";

    private final String name;
    private final @Nullable String fallback;
    private final String codeLine;

    Setting(String name, @Nullable String fallback, String codeLine) {
        this.name = name;
        this.fallback = fallback;
        this.codeLine = codeLine;
    }

    /** The variable it is read from, such as {@code DATABASE_URL}. */
    public String name() {
        return name;
    }

    /** The value it has when the environment has none; null if it must be set. */
    @Nullable
    String fallback() {
        return fallback;
    }

    /** Whether what it falls back to is the framework's own choice. */
    boolean standard() {
        return codeLine.equals(STANDARD);
    }

    /** The line that asked for it, such as {@code Site.java:12}. */
    String codeLine() {
        return codeLine;
    }

    @Override
    public String toString() {
        return name;
    }
}
