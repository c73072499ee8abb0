package nuages.project.develop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The loader of a project's own classes, as they were compiled once, and of its resources, which go before those of the same
 * name that libraries have. What others have written, this framework too, is its parent's and stays. Its classes are read
 * before it loads one, so that their files may go. Threads share it.
 */
final class Generation extends OwnFirst {
    private final Path folder;
    private final Map<String, byte[]> classes;
    private final ProtectionDomain domain;
    private final @Nullable Developing developing;

    static {
        registerAsParallelCapable();
    }

    /** A loader of classes in a folder and of resources in another, which need not be there. */
    Generation(Path folder, Path resources, ClassLoader parent, @Nullable Developing developing) {
        super("generation", List.of(resources, folder), parent);
        this.folder = folder;
        this.classes = ClassFiles.read(folder);
        this.domain = new ProtectionDomain(new CodeSource(Urls.of(folder), (Certificate[]) null), null, this, null);
        this.developing = developing;
    }

    /** Where its classes are. */
    Path folder() {
        return folder;
    }

    Optional<Developing> developing() {
        return Optional.ofNullable(developing);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    /** The class files of a folder, by the names of their classes. */
    private static final class ClassFiles {
        private ClassFiles() {}

        static Map<String, byte[]> read(Path folder) {
            try (var files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".class"))
                        .collect(Collectors.toMap(file -> name(folder, file), ClassFiles::bytes));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String name(Path folder, Path file) {
            var name = folder.relativize(file).toString().replace('\\', '/').replace('/', '.');
            return name.substring(0, name.length() - ".class".length());
        }

        private static byte[] bytes(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
