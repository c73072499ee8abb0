package nuages.project.develop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nuages.project.command.Console;
import nuages.project.command.Entrance;
import nuages.project.command.Stop;
import nuages.project.start.Startapp;

/** What runs a project that is being developed, instead of the process. Threads share it. */
public interface Developing {
    /** A project's command line. */
    @FunctionalInterface
    interface CommandLine {
        /** Runs a command and answers with its exit code. */
        int run(Console console, Stop stop, Entrance entrance, String... arguments);
    }

    /** Runs a command of a project; it may be told to stop when the project's files change. */
    void run(CommandLine project, String... arguments);

    /** The commands of a project that is being developed, and that no other has, if a thread runs the code of one. */
    static List<Object> commands(Thread thread, Console console) {
        return thread.getContextClassLoader() instanceof Generation
                ? List.of(new Startapp(console, Path.of("")), new TestCommand())
                : List.of();
    }

    /** What the project's program is called: that script, if a thread runs the code of a project that is being developed. */
    static String program(Thread thread, String otherwise) {
        return thread.getContextClassLoader() instanceof Generation ? "./manage" : otherwise;
    }

    /** Where the classes of the project are whose code a thread runs, if it is being developed. */
    static List<Path> classes(Thread thread) {
        return thread.getContextClassLoader() instanceof Generation generation
                ? List.of(generation.folder())
                : List.of();
    }

    /** What develops the project whose code a thread runs; empty if it is not being developed. */
    static Optional<Developing> around(Thread thread) {
        return thread.getContextClassLoader() instanceof Generation generation
                ? generation.developing()
                : Optional.empty();
    }
}
