package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import nuages.processor.ModelProcessor;

/** An app whose sources are written while a test runs, and compiled again after each change. */
final class Workshop implements AutoCloseable {
    final Path sources;
    private final Path folder;
    private final List<URLClassLoader> loaders = new ArrayList<>();

    Workshop(Path folder) {
        this.folder = folder;
        this.sources = folder.resolve("src/main/java");
    }

    Path write(String path, String text) {
        try {
            var file = sources.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(sources.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The app of that class, as its sources are now. */
    App app(String name) {
        try {
            var loader = new URLClassLoader(
                    new URL[] {compile().toUri().toURL()},
                    Thread.currentThread().getContextClassLoader());
            loaders.add(loader);
            return Class.forName(name, true, loader)
                    .asSubclass(App.class)
                    .getConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path compile() throws IOException {
        var classes = Files.createDirectories(folder.resolve("target/classes" + loaders.size()));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
                var all = Files.walk(sources)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var units = files.getJavaFileObjectsFromPaths(
                    all.filter(it -> it.toString().endsWith(".java")).toList());
            var options = List.of("-Xlint:all,-processing,-classfile,-this-escape", "-Werror", "-parameters");
            var task = compiler.getTask(new StringWriter(), files, diagnostics, options, null, units);
            task.setProcessors(List.of(new ModelProcessor()));
            task.call();
        }
        assertThat(diagnostics.getDiagnostics()).isEmpty();
        return classes;
    }

    @Override
    public void close() throws IOException {
        for (var loader : loaders) {
            loader.close();
        }
    }
}
