package nuages.project.develop;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Paths of classes, as class loaders want them. */
final class Urls {
    private Urls() {}

    /** What is no file is a folder, even if it is not there yet. */
    static URL of(Path part) {
        var address = part.toUri().toString();
        try {
            return URI.create(Files.isRegularFile(part) || address.endsWith("/") ? address : address + "/")
                    .toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static URL[] of(List<Path> path) {
        return path.stream().map(Urls::of).toArray(URL[]::new);
    }
}
