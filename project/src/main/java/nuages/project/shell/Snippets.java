package nuages.project.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import nuages.project.command.Console;

/** Code out of a command line, run as if it had been typed: values are written, and the first failure ends it. */
final class Snippets implements AutoCloseable {
    /** What JShell imports when it is started by hand. */
    private static final List<String> USUAL = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private final JShell shell;
    private final Console console;

    /** With classes of that path, within the context class loader of this thread. */
    Snippets(String path, String imports, Console console) {
        this.console = console;
        this.shell = JShell.builder()
                .executionEngine(new SnippetControls(), Map.of())
                .build();
        shell.addToClasspath(path);
        USUAL.forEach(it -> shell.eval("import " + it + ".*;"));
        imports.lines().forEach(shell::eval);
    }

    /** Runs it; whether all went well. */
    boolean run(String code) {
        var rest = code;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = next.completeness().isComplete() && next.source() != null;
            if (!shell.eval(whole ? next.source() : rest).stream().allMatch(this::tell)) {
                return false;
            }
            rest = whole ? next.remaining() : "";
        }
        return true;
    }

    /** Writes what became of a snippet; whether that is no failure. */
    private boolean tell(SnippetEvent event) {
        if (event.causeSnippet() != null) {
            return true; // what was declared before has changed by this one
        }
        var snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            console.complain(shell.diagnostics(snippet)
                    .map(it -> it.getMessage(Locale.ENGLISH))
                    .collect(Collectors.joining("\n", snippet.source().strip() + "\n", "")));
            return false;
        }
        var exception = event.exception();
        if (exception != null) {
            console.complain(words(exception));
            return false;
        }
        if (event.value() != null
                && snippet.kind() != Snippet.Kind.METHOD
                && !event.value().isEmpty()) {
            console.say(event.value());
        }
        return true;
    }

    private static String words(JShellException exception) {
        return exception instanceof EvalException thrown
                ? thrown.getExceptionClassName() + ": " + thrown.getMessage()
                : String.valueOf(exception.getMessage());
    }

    @Override
    public void close() {
        shell.close();
    }
}
