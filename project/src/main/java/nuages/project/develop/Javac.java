package nuages.project.develop;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import nuages.data.error.SettingsException;

/** Java's compiler, in this process. One thread at a time uses it; the second time it is much faster. */
final class Javac {
    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;
    private final Processors processors;
    private final Path generated;

    /** With the annotation processors of a path, whose sources are written to a folder. */
    Javac(List<Path> path, Path generated) {
        this.compiler = system();
        this.files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        this.processors = new Processors(path);
        this.generated = generated;
    }

    private static JavaCompiler system() {
        var found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new SettingsException("this Java (" + System.getProperty("java.home")
                    + ") has no compiler: a JRE is not enough to develop with; install a JDK and set JAVA_HOME to it");
        }
        return found;
    }

    /**
     * What a compilation has come to.
     *
     * @param good whether all has been compiled
     * @param said what the compiler says of places
     * @param talk what it says otherwise
     * @param origins the sources of the classes, by their names; empty for classes of which it is not known
     */
    record Result(
            boolean good, List<Diagnostic<? extends JavaFileObject>> said, String talk, Map<String, String> origins) {}

    /** Whether its annotation processors look at no more than one class and what that refers to. */
    boolean isolating() {
        return processors.isolating();
    }

    /** Compiles sources, with classes and jars that are known, into a folder. */
    Result compile(Collection<Path> sources, List<Path> path, Path folder) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
        if (sources.isEmpty()) {
            return new Result(true, List.of(), "", Map.of());
        }
        var origins = new Origins(files);
        var said = new DiagnosticCollector<JavaFileObject>();
        var talk = new StringWriter();
        var task = compiler.getTask(talk, origins, said, options(), null, files.getJavaFileObjectsFromPaths(sources));
        task.setProcessors(processors.fresh());
        task.setLocale(Locale.ENGLISH);
        boolean good;
        try {
            good = task.call();
        } catch (RuntimeException failure) { // an annotation processor's
            failure.printStackTrace(new PrintWriter(talk, true));
            good = false;
        }
        return new Result(good, said.getDiagnostics(), talk.toString(), origins.ofClasses());
    }

    private static List<String> options() {
        var options = new ArrayList<>(
                List.of("-g", "-parameters", "-encoding", "UTF-8", "-implicit:none", "-Xlint:-options", "-proc:full"));
        if (Runtime.version().feature() != Layout.RELEASE) {
            options.add("--release");
            options.add(String.valueOf(Layout.RELEASE));
        }
        return options;
    }
}
