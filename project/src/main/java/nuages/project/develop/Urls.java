package nuages.project.develop;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

/** Paths of classes, as class loaders want them. */
final class Urls {
    private Urls() {}

    static URL of(Path part) {
        try {
            return part.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static URL[] of(List<Path> path) {
        return path.stream().map(Urls::of).toArray(URL[]::new);
    }
}
