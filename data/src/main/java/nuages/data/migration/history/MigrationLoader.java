package nuages.data.migration.history;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;

/** Finds the migrations of apps among the classes of a class loader. Immutable; threads share it. */
public final class MigrationLoader {
    private static final String CLASS = ".class";

    private final ClassLoader loader;

    private MigrationLoader(ClassLoader loader) {
        this.loader = loader;
    }

    /** Finds those of that class loader. */
    public static MigrationLoader of(ClassLoader loader) {
        return new MigrationLoader(loader);
    }

    /**
     * The migrations of all apps.
     *
     * @param packages the package that holds an app's migrations, such as {@code polls.migrations}, by the app's label
     * @throws InvalidMigration if a class has the name of a migration and is none
     */
    public SequencedMap<MigrationName, Migration> load(Map<String, String> packages) {
        var all = new TreeMap<MigrationName, Migration>();
        packages.forEach((app, name) ->
                classes(name).forEach(it -> all.put(MigrationName.of(app, it), instance(app, name + "." + it))));
        return all;
    }

    private Migration instance(String app, String className) {
        try {
            var type = Class.forName(className, true, loader);
            if (!Migration.class.isAssignableFrom(type)) {
                throw new InvalidMigration("class " + className + " has the name of a migration of app " + app
                        + " and does not implement Migration: let it, or give it another name.");
            }
            return (Migration) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InvalidMigration(
                    "migration " + className + " of app " + app + " cannot be made: " + e
                            + ".\nlet it be a public class with a public constructor without parameters.",
                    e);
        }
    }

    private List<String> classes(String packageName) {
        String folder = packageName.replace('.', '/');
        var names = new TreeSet<String>();
        try {
            for (var place : Collections.list(loader.getResources(folder))) {
                files(place, folder).stream()
                        .filter(it -> it.endsWith(CLASS))
                        .map(it -> it.substring(0, it.length() - CLASS.length()))
                        .filter(MigrationName::fits)
                        .forEach(names::add);
            }
        } catch (IOException | URISyntaxException e) {
            throw new InvalidMigration(
                    "the migrations in package " + packageName + " cannot be listed: " + e.getMessage()
                            + ".\nlook whether the class path can be read.",
                    e);
        }
        return List.copyOf(names);
    }

    private static List<String> files(URL place, String folder) throws IOException, URISyntaxException {
        return switch (place.getProtocol()) {
            case "file" -> folder(place.toURI());
            case "jar" -> jar(place, folder + "/");
            default -> List.of();
        };
    }

    private static List<String> folder(URI place) throws IOException {
        try (var files = Files.list(Path.of(place))) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    private static List<String> jar(URL place, String folder) throws IOException {
        if (!(place.openConnection() instanceof JarURLConnection connection)) {
            return List.of();
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            return jar.stream()
                    .map(it -> it.getName())
                    .filter(it -> it.startsWith(folder) && it.indexOf('/', folder.length()) < 0)
                    .map(it -> it.substring(folder.length()))
                    .toList();
        }
    }
}
