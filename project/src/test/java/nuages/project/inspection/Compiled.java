package nuages.project.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.dialect.Dialect;
import nuages.data.model.ModelType;
import nuages.data.model.QuerySet;
import nuages.data.model.Tables;
import nuages.data.schema.Table;
import nuages.processor.ModelProcessor;

/** Models that were written, compiled as a user's are, every warning an error, and loaded. */
final class Compiled implements AutoCloseable {
    private final List<ModelSource> sources;
    private final URLClassLoader loader;

    Compiled(List<ModelSource> sources, Path folder) {
        this.sources = sources;
        compile(folder);
        try {
            loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}, Compiled.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-Xlint:all,-processing,-classfile,-this-escape", "-Werror", "-parameters");
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            var units = sources.stream().map(Text::new).toList();
            var task = compiler.getTask(new StringWriter(), files, diagnostics, options, null, units);
            task.setProcessors(List.of(new ModelProcessor()));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(diagnostics.getDiagnostics()).as(sources.toString()).isEmpty();
    }

    /** The tables that the models describe. */
    List<Table> tables(Dialect dialect) {
        var types = new ArrayList<ModelType<?>>();
        for (var source : sources) {
            types.add(type(source));
        }
        return Tables.of(dialect, types);
    }

    /** How many rows of each model can be read, by the models' names, within a work of its own. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<String, Integer> rows(Database database) {
        return Work.of("test", Databases.of(database)).run(() -> {
            var found = new TreeMap<String, Integer>();
            for (var source : sources) {
                Class model = type(source).type();
                found.put(model.getSimpleName(), QuerySet.of(model).list().size());
            }
            return found;
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ModelType<?> type(ModelSource source) {
        String name = source.path().replaceFirst("\\.java$", "").replace('/', '.');
        try {
            return ModelType.of((Class) Class.forName(name, true, loader));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was not compiled", e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(ModelSource source) {
            super(URI.create("memory:///" + source.path()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
