package nuages.web.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder with files of a site. Names in it are relative, with slashes, such as {@code polls/index.html}. No name leads
 * out of it, nor to what is hidden by a dot; a link within a folder of the file system is followed if it stays in it.
 * Immutable; threads share it.
 */
public sealed interface Folder {
    /** The file of that name; empty if there is none, or it is no name of a file in a folder. */
    Optional<Resource> find(String name);

    /** The names of all files that can be found in it. */
    SortedSet<String> names();

    /** A folder of the file system; it need not be there. */
    static Folder of(Path folder) {
        return new Directory(folder);
    }

    /**
     * A folder of the class path, such as {@code templates}: of all jars and folders that have one, seen as one, those
     * that come first in the class path having their way.
     */
    static Folder onClassPath(ClassLoader loader, String folder) {
        return new ClassPath(loader, folder);
    }

    /** A folder of the class path in the package of a class. */
    static Folder beside(Class<?> type, String folder) {
        var loader = type.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : type.getClassLoader();
        return onClassPath(loader, type.getPackageName().replace('.', '/') + "/" + folder);
    }

    /** A folder of the file system. */
    record Directory(Path folder) implements Folder {
        @Override
        public Optional<Resource> find(String name) {
            if (!Names.isInside(name)) {
                return Optional.empty();
            }
            return NamedFile.in(folder, name)
                    .filter(file -> Names.isFileBelow(folder, file))
                    .map(file -> Resource.of(name, file));
        }

        @Override
        public SortedSet<String> names() {
            return Names.below(folder);
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** A folder of the class path. */
    record ClassPath(ClassLoader loader, String folder) implements Folder {
        @Override
        public Optional<Resource> find(String name) {
            if (!Names.isInside(name)) {
                return Optional.empty();
            }
            var found = loader.getResource(folder + "/" + name);
            return found == null ? Optional.empty() : Resource.of(name, found);
        }

        @Override
        public SortedSet<String> names() {
            var names = new TreeSet<String>();
            try {
                for (URL root : roots()) {
                    if (root.getProtocol().equals("file")) {
                        names.addAll(Names.below(NamedFile.of(root)));
                    } else if (root.openConnection() instanceof JarURLConnection jar) {
                        names.addAll(Names.in(jar));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("the folder " + this + " cannot be listed", failure);
            }
            return names;
        }

        private List<URL> roots() throws IOException {
            return new ArrayList<>(Collections.list(loader.getResources(folder)));
        }

        @Override
        public String toString() {
            return "classpath:" + folder;
        }
    }
}
