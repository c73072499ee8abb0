package nuages.project.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import nuages.data.error.SettingsException;
import nuages.data.migration.MigrationName;
import nuages.project.command.Part;
import org.jspecify.annotations.Nullable;

/**
 * Where the sources of apps are. That of an app which was compiled into {@code target/classes} is looked for beside, in
 * {@code src/main/java}, and else below the working directory; an app out of a library has none.
 *
 * @param told the folder of sources, if somebody has said which
 */
record Sources(@Nullable Path told) {
    private static final Path USUAL = Path.of("src", "main", "java");

    /** The folder of sources that an app is in. */
    Optional<Path> folder(Part part) {
        if (told != null) {
            return Optional.of(told);
        }
        var home = Path.of(part.home().getPackageName().replace('.', '/'));
        for (var at = code(part); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(USUAL).resolve(home))) {
                return Optional.of(at.resolve(USUAL));
            }
        }
        return Files.isDirectory(USUAL.resolve(home)) ? Optional.of(USUAL) : Optional.empty();
    }

    /** The folder of an app's classes; null if they are in an archive. */
    private static @Nullable Path code(Part part) {
        var source = part.home().getProtectionDomain().getCodeSource();
        try {
            var place = source == null ? null : Path.of(source.getLocation().toURI());
            return place != null && Files.isDirectory(place) ? place : null;
        } catch (URISyntaxException | IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The file of a migration. */
    Path file(Part part, MigrationName name) {
        return folder(part)
                .orElseThrow(() -> new SettingsException("the sources of app \"" + part.label()
                        + "\" are not here, so that no migration can be written for it: say where they are with"
                        + " --output, or if the app is out of a library, leave that to its authors"))
                .resolve(part.migrations().replace('.', '/'))
                .resolve(name.className() + ".java");
    }

    /** As seen from the current folder, if it is in there. */
    private static Path shortened(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.isAbsolute() && file.startsWith(here) ? here.relativize(file) : file;
    }

    /** Writes a migration, and its package if that is new; it never writes over a file. Answers with the file's path. */
    Path write(Part part, MigrationName name, String text) {
        var file = file(part, name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var info = file.resolveSibling("package-info.java");
            if (Files.notExists(info)) {
                Files.writeString(
                        info,
                        "/** What became of the models of app {@code " + part.label() + "}, step by step. */\npackage "
                                + part.migrations() + ";\n");
            }
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return shortened(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
