package nuages.project.shell;

import nuages.data.connection.Databases;

/** The loader of snippets. As the context class loader of a thread it tells what runs snippets which databases they use. */
final class SnippetLoader extends ClassLoader {
    private final Databases databases;

    static {
        registerAsParallelCapable();
    }

    SnippetLoader(ClassLoader project, Databases databases) {
        super("snippets", project);
        this.databases = databases;
    }

    /** One for another shell: each counts its classes from one on. */
    SnippetLoader another() {
        return new SnippetLoader(getParent(), databases);
    }

    Databases databases() {
        return databases;
    }

    Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }
}
