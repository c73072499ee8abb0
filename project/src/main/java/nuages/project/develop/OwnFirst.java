package nuages.project.develop;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loader whose resources go before those of its parent, which has libraries only: so Maven orders them. Of classes the
 * parent's go first, as with every loader. Threads share it.
 */
class OwnFirst extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** With folders, which need not be there yet, and jars. */
    OwnFirst(String name, List<Path> path, ClassLoader parent) {
        super(name, Urls.of(path), parent);
    }

    @Override
    public @Nullable URL getResource(String name) {
        var own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = new LinkedHashMap<String, URL>();
        for (var each : List.of(findResources(name), getParent().getResources(name))) {
            each.asIterator().forEachRemaining(url -> all.putIfAbsent(withoutEnd(url.toExternalForm()), url));
        }
        return Collections.enumeration(all.values());
    }

    /** Of a folder, some loaders' addresses end with a slash. */
    private static String withoutEnd(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
