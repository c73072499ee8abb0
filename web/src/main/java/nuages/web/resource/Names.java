package nuages.web.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of files in folders. */
final class Names {
    private Names() {}

    /** Whether it is the name of something in a folder that is not hidden, by whatever rules a file system has. */
    static boolean isInside(String name) {
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '/' : name.charAt(i);
            if (c == '\\' || c == ':' || c < ' ' || c == 0x7f) {
                return false;
            }
            if (c == '/') {
                if (start == i || name.charAt(start) == '.') {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    /** Whether a file is there, and in the folder wherever links lead. */
    static boolean isFileBelow(Path folder, Path file) {
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    static SortedSet<String> below(Path folder) {
        var names = new TreeSet<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> isFileBelow(folder, file))
                        .forEach(file -> add(names, NamedFile.name(folder, file)));
            } catch (IOException failure) {
                throw new UncheckedIOException("the folder " + folder + " cannot be listed", failure);
            }
        }
        return names;
    }

    static SortedSet<String> in(JarURLConnection jar) throws IOException {
        var names = new TreeSet<String>();
        var prefix = jar.getEntryName().endsWith("/") ? jar.getEntryName() : jar.getEntryName() + "/";
        jar.getJarFile().stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .forEach(entry -> add(names, entry.getName().substring(prefix.length())));
        return names;
    }

    private static void add(SortedSet<String> names, String name) {
        if (isInside(name)) {
            names.add(name);
        }
    }
}
