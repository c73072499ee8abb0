package nuages.data.migration;

import java.util.regex.Pattern;

/**
 * What a migration is called: the app it is of, and its name there. It is recorded in {@code django_migrations} so.
 *
 * @param app the app's label, such as {@code polls}
 * @param name such as {@code 0001_initial}
 */
public record MigrationName(String app, String name) implements Comparable<MigrationName> {
    private static final Pattern CLASS = Pattern.compile("M(\\d\\w*)");

    /** Checks that there is something. */
    public MigrationName {
        if (app.isBlank() || name.isBlank() || app.contains(".")) {
            throw new IllegalArgumentException("a migration is called \"" + app + "." + name
                    + "\": give both its app and its name, as in \"polls\" and \"0001_initial\"");
        }
    }

    /** That migration, as one that another depends on. */
    public static MigrationName on(String app, String name) {
        return new MigrationName(app, name);
    }

    /** Whether a class of that simple name can be a migration. */
    public static boolean fits(String className) {
        return CLASS.matcher(className).matches();
    }

    /** The migration of a class: {@code M0001_initial} of app {@code polls} is {@code polls.0001_initial}. */
    public static MigrationName of(String app, String className) {
        var found = CLASS.matcher(className);
        if (!found.matches()) {
            throw new IllegalArgumentException("a migration is a class of the name " + className
                    + ", from which its own cannot be told: let it be M, a number and words, as in M0001_initial");
        }
        return new MigrationName(app, found.group(1));
    }

    /** The simple name of its class. */
    public String className() {
        return "M" + name;
    }

    /** The number it begins with; 0 if it has none. */
    public int number() {
        int end = 0;
        while (end < name.length() && end < 9 && Character.isDigit(name.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(name.substring(0, end));
    }

    @Override
    public int compareTo(MigrationName other) {
        int apps = app.compareTo(other.app);
        return apps != 0 ? apps : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return app + "." + name;
    }
}
