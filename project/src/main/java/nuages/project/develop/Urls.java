package nuages.project.develop;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
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

    /** Those, and then the others that are not among them. */
    static Enumeration<URL> distinct(Enumeration<URL> first, Enumeration<URL> others) {
        var all = new LinkedHashMap<String, URL>();
        for (var each : List.of(first, others)) {
            each.asIterator().forEachRemaining(url -> all.putIfAbsent(withoutEnd(url.toExternalForm()), url));
        }
        return Collections.enumeration(all.values());
    }

    /** Of a folder, some loaders' addresses end with a slash. */
    private static String withoutEnd(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
