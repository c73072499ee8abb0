package nuages.project.shell;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Where JShell finds what runs snippets in this process, within a work. */
public final class SnippetControls implements ExecutionControlProvider {
    static final String NAME = "nuages";

    /** For JShell, which makes one by itself. */
    public SnippetControls() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        if (Thread.currentThread().getContextClassLoader() instanceof SnippetLoader loader) {
            return new SnippetControl(loader);
        }
        throw new IllegalStateException("snippets are run by the command shell of a project, not by JShell alone");
    }
}
