package nuages.web.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was found in a {@link Folder}. Immutable; threads share it.
 *
 * @param name its name in the folder
 * @param url where it is
 */
public record Resource(String name, URL url) {
    /** A file of the file system. */
    static Resource of(String name, Path file) {
        try {
            return new Resource(name, file.toUri().toURL());
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What a class loader has found; empty if it is no file but a folder. */
    static Optional<Resource> of(String name, URL found) {
        var resource = new Resource(name, found);
        return resource.isFolder() ? Optional.empty() : Optional.of(resource);
    }

    private boolean isFolder() {
        var file = file();
        try {
            return file.isPresent()
                    ? Files.isDirectory(file.get())
                    : url.openConnection() instanceof JarURLConnection jar
                            && jar.getJarEntry().isDirectory();
        } catch (IOException failure) {
            throw new UncheckedIOException(this + " cannot be read", failure);
        }
    }

    /** Its file, unless it is in a jar. */
    public Optional<Path> file() {
        return url.getProtocol().equals("file") ? Optional.of(NamedFile.of(url)) : Optional.empty();
    }

    /** A stream of it; whoever asks closes it. */
    @SuppressWarnings("resource") // it is handed on
    public InputStream stream() throws IOException {
        var file = file();
        return file.isPresent() ? Files.newInputStream(file.get()) : url.openStream();
    }

    /** All of it. */
    public byte[] bytes() {
        try (var stream = stream()) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(this + " cannot be read", failure);
        }
    }

    /** All of it as text, in UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Where it is, for people: below the working folder if it is there. */
    @Override
    public String toString() {
        var here = Path.of("").toAbsolutePath();
        return file().map(it -> it.startsWith(here) ? here.relativize(it).toString() : it.toString())
                .orElse(url.toString());
    }
}
