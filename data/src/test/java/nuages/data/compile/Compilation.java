package nuages.data.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import nuages.processor.ModelProcessor;

/** One run of the compiler with the processor, in memory. */
final class Compilation {
    private final Map<String, String> generated = new TreeMap<>();
    private final List<String> messages;

    /** Compiles sources, by their paths, with every warning an error. */
    Compilation(Map<String, String> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var files = new Memory(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null));
        var units = new ArrayList<JavaFileObject>();
        sources.forEach((path, text) -> units.add(new Text(path, text)));
        var options = List.of("-Xlint:all,-processing,-classfile,-this-escape", "-Werror", "-parameters");
        var task = compiler.getTask(new StringWriter(), files, diagnostics, options, null, units);
        task.setLocale(Locale.ROOT);
        task.setProcessors(List.of(new ModelProcessor()));
        task.call();
        this.messages = diagnostics.getDiagnostics().stream()
                .filter(it -> it.getSource() != null)
                .map(Compilation::shown)
                .toList();
    }

    private static String shown(Diagnostic<? extends JavaFileObject> diagnostic) {
        var file = Path.of(diagnostic.getSource().toUri().getPath()).getFileName();
        return file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    /** What the compiler says, with the lines it says it of. */
    String messages() {
        return messages.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** What was generated, by paths. */
    Map<String, String> generated() {
        return generated;
    }

    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            String path = name.replace('.', '/') + kind.extension;
            return kind == JavaFileObject.Kind.SOURCE ? new Written(path) : new Dropped(path, kind);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }

    private final class Written extends SimpleJavaFileObject {
        private final String path;

        Written(String path) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.path = path;
        }

        @Override
        public Writer openWriter() {
            return new StringWriter() {
                @Override
                public void close() throws IOException {
                    super.close();
                    generated.put(path, toString());
                }
            };
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return generated.getOrDefault(path, "");
        }
    }

    private static final class Dropped extends SimpleJavaFileObject {
        Dropped(String path, Kind kind) {
            super(URI.create("memory:///" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
