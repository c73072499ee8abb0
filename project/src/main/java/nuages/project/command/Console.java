package nuages.project.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
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

    private Console(PrintWriter out, PrintWriter err, Ansi ansi, PrintWriter copy) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
        this.copy = copy;
    }

    /** The one of this process; in colour if it is a terminal. */
    public static Console system() {
        return new Console(writer(System.out), writer(System.err), Ansi.AUTO, nowhere());
    }

    /** One that writes elsewhere, without colour. */
    public static Console of(Writer out, Writer err) {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF, nowhere());
    }

    /** The same console; what is wrong is written to another place too, without colour. */
    public Console copying(Writer complaints) {
        return new Console(out, err, ansi, new PrintWriter(complaints, true));
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
}
