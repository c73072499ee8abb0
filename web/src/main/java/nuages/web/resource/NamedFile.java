package nuages.web.resource;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files by their names, which are UTF-8 whatever the locale of the process is. Where no locale is set, as in many services
 * and containers, Java makes no path of a text that is not ASCII, but it does of a URI, whose bytes it takes as they are: so
 * a file has the same name on the disk before and after somebody sets one.
 */
public final class NamedFile {
    /** What Java puts in the place of bytes that the locale cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    private NamedFile() {}

    /**
     * The file of that name in a folder, whether it is there or not; empty if no file of this system can have such a name.
     * Whether the name leads out of the folder is not looked at.
     *
     * @param name relative, with slashes
     */
    public static Optional<Path> in(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name));
        } catch (InvalidPathException noTextOfThisLocale) {
            return byUri(folder, name);
        }
    }

    private static Optional<Path> byUri(Path folder, String name) {
        if (!folder.getFileSystem().equals(FileSystems.getDefault())
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return Optional.empty();
        }
        var base = folder.toUri().toString();
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        try {
            return Optional.of(Path.of(URI.create((base.endsWith("/") ? base : base + "/") + encoded)));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** The file of a URL that begins with {@code file:}. Java takes the bytes of a URI as they are if it has three slashes. */
    static Path of(URL file) {
        var text = file.toString();
        return Path.of(URI.create(
                text.startsWith("file:/") && !text.startsWith("file://") ? "file://" + text.substring(5) : text));
    }

    /** The name of a file in a folder, with slashes: what leads back to it. */
    public static String name(Path folder, Path file) {
        var name = folder.relativize(file).toString();
        return name.indexOf(UNREADABLE) < 0
                ? name.replace(File.separatorChar, '/')
                : folder.toUri().relativize(file.toUri()).getPath();
    }
}
