package nuages.project;

import java.lang.StackWalker.StackFrame;

/** Finds the line of a project's own code that set or asked for something. */
final class CodeLine {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private CodeLine() {}

    /** The innermost line outside of the settings' own classes, such as {@code Site.java:12}. */
    static String caller() {
        return WALKER.walk(frames -> frames.filter(CodeLine::foreign)
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("code"));
    }

    private static boolean foreign(StackFrame frame) {
        var name = frame.getClassName();
        return !name.equals(CodeLine.class.getName())
                && !name.equals(Settings.class.getName())
                && !name.equals(Project.class.getName());
    }

    /** What the project's program is called: the file of that line, such as {@code Site}. */
    static String program() {
        return caller().replaceFirst("\\.java:.*|:.*", "");
    }
}
