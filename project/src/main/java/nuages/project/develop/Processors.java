package nuages.project.develop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;

/** The annotation processors of a path: loaded once, so that they stay warm; made anew for each compilation. */
final class Processors {
    private static final String KINDS = "META-INF/gradle/incremental.annotation.processors";
    private static final String ISOLATING = ",isolating";

    private final List<ServiceLoader.Provider<Processor>> found;
    private final boolean isolating;

    @SuppressWarnings("resource") // it is used as long as this process compiles
    Processors(List<Path> path) {
        var loader = new URLClassLoader(Urls.of(path), ClassLoader.getPlatformClassLoader());
        this.found = ServiceLoader.load(Processor.class, loader).stream().toList();
        var alone = isolating(loader);
        this.isolating = found.stream().allMatch(it -> alone.contains(it.type().getName()));
    }

    List<Processor> fresh() {
        return found.stream().map(ServiceLoader.Provider::get).toList();
    }

    /** Whether what they write for a class depends on that class and on what it refers to: they say so as Gradle reads it. */
    boolean isolating() {
        return isolating;
    }

    private static Set<String> isolating(URLClassLoader loader) {
        var names = new HashSet<String>();
        try {
            for (var file : Collections.list(loader.findResources(KINDS))) {
                text(file)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.endsWith(ISOLATING))
                        .forEach(line -> names.add(line.substring(0, line.length() - ISOLATING.length())));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }

    private static String text(URL file) throws IOException {
        try (var bytes = file.openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
