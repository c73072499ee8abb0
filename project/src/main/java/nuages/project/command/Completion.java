package nuages.project.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes the project's commands and their options. */
@Command(
        name = "completion",
        description = "Prints the script by which bash and zsh complete commands and options: source <(./manage"
                + " completion)",
        mixinStandardHelpOptions = true)
final class Completion implements Runnable {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--name", paramLabel = "PROGRAM", description = "What the program is called when it is typed.")
    private String name = "manage";

    Completion(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.say(AutoComplete.bash(name, spec.root().commandLine()));
    }
}
