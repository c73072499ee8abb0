package nuages.project.command;

import java.util.Objects;

/** Which Nuages this is. */
final class Version {
    private Version() {}

    /** Such as {@code Nuages 0.1.0}. */
    static String text() {
        return "Nuages "
                + Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
