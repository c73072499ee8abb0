package nuages.project.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.Optional;
import java.util.spi.ToolProvider;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Where commands write: results to one writer, complaints to another. Threads share it. */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final PrintWriter copy;
    private final Answers answers;
    private final boolean terminal;

    private Console(PrintWriter out, PrintWriter err, Ansi ansi, PrintWriter copy, Answers answers, boolean terminal) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
        this.copy = copy;
        this.answers = answers;
        this.terminal = terminal;
    }

    /** The one of this process; in colour if it is a terminal. */
    public static Console system() {
        return new Console(
                writer(System.out), writer(System.err), Ansi.AUTO, nowhere(), Answers.system(), isTerminal());
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    /** One that writes elsewhere, without colour, and where nobody answers. */
    public static Console of(Writer out, Writer err) {
        return of(Reader.nullReader(), out, err);
    }

    /** One that reads and writes elsewhere, without colour. */
    public static Console of(Reader in, Writer out, Writer err) {
        return new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF, nowhere(), Answers.of(in), false);
    }

    /** The same console; what is wrong is written to another place too, without colour. */
    public Console copying(Writer complaints) {
        return new Console(out, err, ansi, new PrintWriter(complaints, true), answers, terminal);
    }

    /** The same console, as if somebody looked at it. */
    Console onTerminal() {
        return new Console(out, err, ansi, copy, answers, true);
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Writes a line of what was asked for. */
    public void say(String line) {
        out.println(line);
    }

    /** Writes a line about what is wrong. */
    public void complain(String line) {
        copy.println(line);
        err.println(ansi.string(line.contains("@|") ? line : "@|red " + line + "|@"));
    }

    /** Shows a line on a terminal, in the place of the one before; an empty one removes that. Others hear nothing. */
    void passing(String line) {
        if (terminal) {
            err.print("\r" + line + "\033[K");
            err.flush();
        }
    }

    /** Writes about a failure nobody foresaw, with all that may help to find its cause. */
    public void complain(Throwable failure) {
        failure.printStackTrace(copy);
        failure.printStackTrace(err);
    }

    /** Lets a tool of Java's write here; answers with its exit code. */
    public int run(ToolProvider tool, String... arguments) {
        return tool.run(out, err, arguments);
    }

    /** Lets a command line write here. */
    public CommandLine attach(CommandLine line) {
        return line.setOut(out).setErr(err).setColorScheme(Help.defaultColorScheme(ansi));
    }

    /** Where results are written that are no lines; not to be closed. */
    Writer writer() {
        return out;
    }

    /** What is typed or piped in. */
    Reader reader() {
        return answers.lines();
    }

    /** Asks something, and waits for a line; empty if nobody answers. */
    public Optional<String> ask(String question) {
        out.print(question);
        out.flush();
        return answers.next();
    }

    /**
     * Runs another program here, and answers with its exit code.
     *
     * @throws IOException if it cannot be started
     */
    int run(ProcessBuilder program) throws IOException, InterruptedException {
        if (answers.ofProcess()) {
            return program.inheritIO().start().waitFor();
        }
        var process = program.start();
        process.getOutputStream().close();
        var complaints = Thread.ofVirtual().start(() -> pour(process.errorReader(), err));
        pour(process.inputReader(), out);
        complaints.join();
        return process.waitFor();
    }

    private static void pour(Reader from, PrintWriter to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException ended) {
            to.println("(the rest of what it wrote was lost: " + ended + ")");
        }
        to.flush();
    }
}
