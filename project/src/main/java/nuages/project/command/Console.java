package nuages.project.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Where commands write: results to one writer, complaints to another. Threads share it. */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;

    private Console(PrintWriter out, PrintWriter err, Ansi ansi) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
    }

    /** The one of this process; in colour if it is a terminal. */
    public static Console system() {
        return new Console(writer(System.out), writer(System.err), Ansi.AUTO);
    }

    /** One that writes elsewhere, without colour. */
    public static Console of(Writer out, Writer err) {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Writes a line of what was asked for. */
    void say(String line) {
        out.println(line);
    }

    /** Writes a line about what is wrong. */
    void complain(String line) {
        err.println(ansi.string(line.contains("@|") ? line : "@|red " + line + "|@"));
    }

    /** Writes about a failure nobody foresaw, with all that may help to find its cause. */
    void complain(Throwable failure) {
        failure.printStackTrace(err);
    }

    /** Lets a command line write here. */
    CommandLine attach(CommandLine line) {
        return line.setOut(out).setErr(err).setColorScheme(Help.defaultColorScheme(ansi));
    }
}
