package nuages.project.shell;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;

/**
 * Runs snippets on JShell's own thread, each within a work of its own: between two of them no connection is held, and an
 * atomic block is one snippet.
 */
final class SnippetControl extends DirectExecutionControl {
    private final Databases databases;

    SnippetControl(SnippetLoader loader) {
        super(new Loaded(loader.another()));
        this.databases = loader.databases();
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        return Work.of("shell", databases).<String, Exception>run(() -> super.invoke(snippet));
    }

    /** The classes of snippets, by their names. */
    private record Loaded(SnippetLoader loader, Map<String, Class<?>> classes) implements LoaderDelegate {
        Loaded(SnippetLoader loader) {
            this(loader, new HashMap<>());
        }

        @Override
        public void load(ClassBytecodes[] made) {
            for (var each : made) {
                classes.put(each.name(), loader.define(each.name(), each.bytecodes()));
            }
        }

        @Override
        public void classesRedefined(ClassBytecodes[] made) {
            // JShell gives what it redefines another name
        }

        @Override
        public void addToClasspath(String path) {
            // the project's loader knows it
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            var known = classes.get(name);
            if (known == null) {
                throw new ClassNotFoundException(name + " not found");
            }
            return known;
        }
    }
}
