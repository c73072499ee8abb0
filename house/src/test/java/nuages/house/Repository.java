package nuages.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The repository that is guarded: its files, whether or not a version control system knows them, and its classes. */
final class Repository {
    private static final Path ROOT = root();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
    private static final Set<String> TEXTS =
            Set.of("java", "md", "xml", "yml", "yaml", "properties", "html", "css", "js", "sql", "sh", "txt");

    private Repository() {}

    /** Every Java file. */
    static List<Path> javaFiles() {
        return files(file -> file.toString().endsWith(".java"));
    }

    /** Every file that people read: sources, pages, settings, and scripts, which have no ending. */
    static List<Path> texts() {
        return files(file -> {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            return dot < 0 || TEXTS.contains(name.substring(dot + 1));
        });
    }

    /** A path as people write it, seen from the root. */
    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** The classes of what users get: every module's but those for tests, examples and measurements. */
    static JavaClasses published() {
        return PublishedClasses.FOUND;
    }

    /** The main classes of every module. */
    static JavaClasses main() {
        return MainClasses.FOUND;
    }

    /** The test classes of every module. */
    static JavaClasses tests() {
        return TestClasses.FOUND;
    }

    /** The modules that have main code but were not compiled, so that the guards cannot see them. */
    static List<String> uncompiled() {
        return folders().stream()
                .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                .filter(folder -> new ClassFileImporter()
                        .importPath(folder.resolve("target/classes"))
                        .isEmpty())
                .map(Repository::name)
                .toList();
    }

    private static JavaClasses classes(String kind, Predicate<String> module) {
        List<Path> folders = folders().stream()
                .filter(folder -> module.test(name(folder)))
                .map(folder -> folder.resolve("target").resolve(kind))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(folders);
    }

    /** The folders of the modules. */
    private static List<Path> folders() {
        return files(file -> file.endsWith("pom.xml")).stream()
                .map(file -> file.resolveSibling(""))
                .toList();
    }

    private static List<Path> files(Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return ours(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    private static boolean ours(Path folder) {
        String name = folder.getFileName().toString();
        boolean hidden = name.startsWith(".") && !name.equals(".ci") && !name.equals(".github");
        return folder.equals(ROOT) || (!hidden && !NOT_OURS.contains(name));
    }

    private static Path root() {
        Path here = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
        Path folder = here.toAbsolutePath().normalize();
        return Files.isDirectory(folder.resolve("house")) ? folder : folder.resolveSibling("");
    }

    private static final class PublishedClasses {
        static final JavaClasses FOUND = classes(
                "classes",
                module -> !module.equals("testing-servers")
                        && !module.startsWith("examples")
                        && !module.startsWith("benchmarks"));

        private PublishedClasses() {}
    }

    private static final class MainClasses {
        static final JavaClasses FOUND = classes("classes", _ -> true);

        private MainClasses() {}
    }

    private static final class TestClasses {
        static final JavaClasses FOUND = classes("test-classes", _ -> true);

        private TestClasses() {}
    }
}
