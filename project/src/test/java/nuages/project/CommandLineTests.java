package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Which commands a project has, whichever of them is called. */
class CommandLineTests {
    private final Recorder out = new Recorder("");
    private final Recorder err = new Recorder("");

    @Test
    void an_unknown_command_is_told_with_those_that_are_like_it() {
        assertThat(run(List.of(), "migrat")).isEqualTo(2);
        assertThat(err.toString()).contains("Unmatched argument at index 0: 'migrat'", "migrate");
    }

    @Test
    void the_help_of_one_does_not_hide_the_others() {
        assertThat(run(List.of(new Greeting()), "greet", "--help")).isZero();
        assertThat(run(List.of(new Greeting()), "--help")).isZero();
        assertThat(out.toString()).contains("CommandLineTests greet [-hV]", "migrate", "runserver", "Says hello.");
    }

    @Test
    void an_alias_is_as_good_as_a_name() {
        assertThat(run(List.of(new Greeting()), "hello")).isZero();
        assertThat(out).hasToString("hello\n");
        assertThat(err).hasToString("");
    }

    @Test
    void a_command_that_tells_of_the_others_knows_them() {
        assertThat(run(List.of(new HelpCommand()), "help", "migrate")).isZero();
        assertThat(out.toString()).contains("CommandLineTests migrate", "--fake");
    }

    @Test
    void two_commands_of_one_name_are_not_confused() {
        assertThat(run(List.of(new OtherCheck()), "check")).isEqualTo(1);
        assertThat(err.toString()).contains("the commands of the apps cannot be used", "'check'");
        assertThat(out).hasToString("");
    }

    private int run(List<Object> commands, String... arguments) {
        return Project.of(settings -> settings.apps(new Commanding(commands)))
                .in(() -> new Environment(Map.of(), Path.of("missing", ".env")))
                .run(Console.of(out, err), Stop.byHand(), arguments);
    }

    @Command(name = "greet", aliases = "hello", description = "Says hello.", mixinStandardHelpOptions = true)
    private final class Greeting implements Runnable {
        @Override
        public void run() {
            out.write("hello\n");
        }
    }

    @Command(name = "check")
    private static final class OtherCheck implements Runnable {
        @Override
        public void run() {
            throw new AssertionError("nobody meant this one");
        }
    }

    private record Commanding(List<Object> commands) implements App {
        @Override
        public String name() {
            return "commanding";
        }
    }
}
