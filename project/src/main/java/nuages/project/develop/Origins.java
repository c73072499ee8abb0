package nuages.project.develop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** The files of one compilation, which notices what source each class comes of, by way of generated ones too. */
final class Origins extends ForwardingJavaFileManager<JavaFileManager> {
    /** Generated sources, and what they were generated for. */
    private final Map<URI, URI> generated = new HashMap<>();

    private final Map<String, URI> classes = new HashMap<>();

    Origins(JavaFileManager files) {
        super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) throws IOException {
        var file = super.getJavaFileForOutput(location, name, kind, sibling);
        note(name, file, sibling == null ? new FileObject[0] : new FileObject[] {sibling});
        return file;
    }

    @Override
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            Location location, String name, JavaFileObject.Kind kind, FileObject... from) throws IOException {
        var file = super.getJavaFileForOutputForOriginatingFiles(location, name, kind, from);
        note(name, file, from);
        return file;
    }

    private void note(String name, JavaFileObject file, FileObject... from) {
        if (from.length != 1) {
            return;
        }
        if (file.getKind() == JavaFileObject.Kind.SOURCE) {
            generated.put(file.toUri(), from[0].toUri());
        } else {
            classes.put(name.replace('.', '/'), from[0].toUri());
        }
    }

    /** The sources of the classes, by their names in class files; an empty text where it is not known. */
    Map<String, String> ofClasses() {
        var found = new HashMap<String, String>();
        classes.forEach((name, source) -> found.put(name, origin(source)));
        return found;
    }

    private static boolean known(URI source) {
        return "file".equals(source.getScheme());
    }

    private String origin(URI source) {
        var from = source;
        for (var next = generated.get(from); next != null; next = generated.get(from)) {
            from = next;
        }
        return known(from) ? Path.of(from).toString() : "";
    }
}
