package nuages.project.develop;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import nuages.data.error.SettingsException;

/**
 * Compiles sources in this process, with the annotation processors that are on the path, and keeps what becomes of them
 * by the mark of the sources. Always all of them: it takes less than a second, and nothing is ever stale. One thread at a
 * time uses it; the second time it is much faster.
 */
final class Compiler {
    private final Layout layout;
    private final JavaCompiler javac;
    private final StandardJavaFileManager files;
    private final List<Path> path;
    private final Processors processors;
    private final Shelf shelf;

    /** A compiler with a path of jars and folders. */
    Compiler(Layout layout, List<Path> path) {
        this.layout = layout;
        this.javac = system();
        this.files = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        this.path = path;
        this.processors = new Processors(path);
        this.shelf = new Shelf(layout.made());
    }

    private static JavaCompiler system() {
        var found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new SettingsException("this Java (" + System.getProperty("java.home")
                    + ") has no compiler: a JRE is not enough to develop with; install a JDK and set JAVA_HOME to it");
        }
        return found;
    }

    /** Compiles these sources, or finds what was made of them before. */
    Outcome compile(Look sources) {
        var name = sources.mark(path, Layout.RELEASE, Runtime.version());
        try {
            var known = shelf.find(name);
            return known.isPresent() ? new Outcome.Built(known.get()) : compile(sources, name);
        } catch (IOException failure) { // such as a source that has gone meanwhile
            var message = "the sources cannot be compiled: " + failure;
            return new Outcome.Refused(List.of(new Mistake("", 0, 0, message, List.of())));
        }
    }

    /** Compiles for practice, so that the next time is fast: it takes a while until a compiler is warm. */
    void practise(Look sources) {
        try {
            var folder = shelf.draft();
            compile(sources, folder, new DiagnosticCollector<>(), new StringWriter());
            shelf.discard(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome compile(Look sources, String name) throws IOException {
        var folder = shelf.draft();
        var said = new DiagnosticCollector<JavaFileObject>();
        var talk = new StringWriter();
        if (compile(sources, folder, said, talk)) {
            return new Outcome.Built(shelf.keep(folder, name));
        }
        shelf.discard(folder);
        return new Outcome.Refused(mistakes(said.getDiagnostics(), talk.toString()));
    }

    private boolean compile(Look sources, Path folder, DiagnosticCollector<JavaFileObject> said, StringWriter talk)
            throws IOException {
        var generated = Files.createDirectories(layout.made().resolve("generated-sources"));
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
        if (sources.files().isEmpty()) {
            return true;
        }
        var units = files.getJavaFileObjectsFromPaths(sources.files().keySet());
        var task = javac.getTask(talk, files, said, options(), null, units);
        task.setProcessors(processors.fresh());
        task.setLocale(Locale.ENGLISH);
        try {
            return task.call();
        } catch (RuntimeException failure) { // an annotation processor's
            failure.printStackTrace(new PrintWriter(talk, true));
            return false;
        }
    }

    private List<String> options() {
        var options = new ArrayList<>(
                List.of("-g", "-parameters", "-encoding", "UTF-8", "-implicit:none", "-Xlint:-options", "-proc:full"));
        if (Runtime.version().feature() != Layout.RELEASE) {
            options.add("--release");
            options.add(String.valueOf(Layout.RELEASE));
        }
        return options;
    }

    private List<Mistake> mistakes(List<Diagnostic<? extends JavaFileObject>> said, String talk) throws IOException {
        var found = new ArrayList<Mistake>();
        for (var each : said) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                found.add(mistake(each));
            }
        }
        if (found.isEmpty()) {
            found.add(new Mistake(
                    "", 0, 0, talk.isBlank() ? "the compiler failed and does not say why" : talk, List.of()));
        }
        return found;
    }

    private Mistake mistake(Diagnostic<? extends JavaFileObject> said) throws IOException {
        var source = said.getSource();
        var message = said.getMessage(Locale.ENGLISH);
        if (source == null) {
            return new Mistake("", 0, 0, message, List.of());
        }
        var lines = source.getCharContent(true).toString().lines().toList();
        return new Mistake(
                layout.name(Path.of(source.toUri())),
                (int) Math.max(0, said.getLineNumber()),
                (int) Math.max(0, said.getColumnNumber()),
                message,
                Mistake.excerpt(lines, said.getLineNumber()));
    }

    /** The annotation processors of a path: loaded once, so that they stay warm; made anew for each compilation. */
    private static final class Processors {
        private final List<ServiceLoader.Provider<Processor>> found;

        @SuppressWarnings("resource") // it is used as long as this process compiles
        Processors(List<Path> path) {
            var loader = new URLClassLoader(Urls.of(path), ClassLoader.getPlatformClassLoader());
            this.found = ServiceLoader.load(Processor.class, loader).stream().toList();
        }

        List<Processor> fresh() {
            return found.stream().map(ServiceLoader.Provider::get).toList();
        }
    }
}
