package nuages.project.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.model.Model;
import nuages.project.command.Console;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTests {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private JShell shell;

    @BeforeEach
    void open() {
        database = Database.open("default", "sqlite:" + folder.resolve("site.db"));
        Thread.currentThread().setContextClassLoader(new SnippetLoader(before, Databases.of(database)));
        shell = JShell.builder()
                .executionEngine(new SnippetControls(), Map.of())
                .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        Imports.of(List.of()).lines().forEach(this::eval);
    }

    @AfterEach
    void close() {
        shell.close();
        Thread.currentThread().setContextClassLoader(before);
        database.shutdown(Duration.ZERO);
    }

    @Test
    void each_snippet_runs_within_a_work() {
        assertThat(eval("Work.current().name()").value()).isEqualTo("\"shell\"");
        assertThat(eval("Work.current().database().sql(\"select 2 + 3\").one(Long.class)")
                        .value())
                .isEqualTo("5");
        assertThat(database.snapshot().leased()).isZero();
    }

    @Test
    void what_was_declared_can_be_declared_anew() {
        eval("int twice(int x) { return x + x; }");
        assertThat(eval("twice(2)").value()).isEqualTo("4");

        eval("int twice(int x) { return 2 * x + 1; }");

        assertThat(eval("twice(2)").value()).isEqualTo("5");
    }

    @Test
    void what_is_thrown_is_told() {
        assertThat(eval("Work.current().database().sql(\"select nothing\").one(Long.class)")
                        .exception())
                .hasMessageContaining("nothing");
    }

    @Test
    void code_of_a_command_line_ends_at_the_first_failure() {
        assertThat(run("int x = 2; x + 3")).isTrue();
        assertThat(out.toString()).isEqualTo("2\n5\n");
        assertThat(run("Work.current().name(); throw new IllegalStateException(\"no\"); 3"))
                .isFalse();
        assertThat(err.toString()).isEqualTo("java.lang.IllegalStateException: no\n");
        assertThat(out.toString()).isEqualTo("2\n5\n\"shell\"\n");
        assertThat(run("1 + ")).isFalse();
        assertThat(run("missing(1)")).isFalse();
        assertThat(err.toString()).contains("missing(1)\n", "cannot find symbol");
    }

    private boolean run(String code) {
        try (var snippets =
                new Snippets(System.getProperty("java.class.path"), Imports.of(List.of()), Console.of(out, err))) {
            return snippets.run(code);
        }
    }

    @Test
    void models_that_can_be_imported_are() {
        assertThat(Imports.of(List.of(Shown.class, Hidden.class)))
                .contains("import " + Shown.class.getCanonicalName() + ";")
                .doesNotContain("Hidden");
    }

    private SnippetEvent eval(String code) {
        return shell.eval(code).getFirst();
    }

    /** A model that everybody sees. */
    public static class Shown extends Model {}

    /** A model that its package alone sees. */
    static class Hidden extends Model {}
}
