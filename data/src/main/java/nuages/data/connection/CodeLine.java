package nuages.data.connection;

import org.jspecify.annotations.Nullable;

/** The line of the user's code that a thread is at. */
final class CodeLine {
    private static final String[] NOT_USERS = {
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "com.sun.",
        "org.postgresql.",
        "org.mariadb.",
        "org.sqlite.",
        "io.vertx.",
        "io.netty.",
        "nuages.data.",
        "nuages.web.",
        "nuages.server.",
        "nuages.project.",
        "nuages.testing.",
        "org.junit.",
        "org.jooq.",
        "org.jdbi.",
        "org.flywaydb.",
        "org.hibernate.",
        "org.springframework."
    };

    private CodeLine() {}

    /** Such as {@code PollViews.java:41}; null if none of the thread's frames is the user's. */
    static @Nullable String of(Thread thread) {
        return of(thread.getStackTrace());
    }

    static @Nullable String of(StackTraceElement[] stack) {
        for (var frame : stack) {
            if (users(frame.getClassName())) {
                return frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return null;
    }

    /** The lines of the user's code that led here: equal where the same calls did. */
    static int way(StackTraceElement[] stack) {
        int way = 1;
        for (var frame : stack) {
            if (users(frame.getClassName())) {
                way = 31 * way + 17 * frame.getClassName().hashCode() + frame.getLineNumber();
            }
        }
        return way;
    }

    /** What the user's code has called for this; null if it was not code of this module, or others called it. */
    static @Nullable StackTraceElement called(StackTraceElement[] stack) {
        StackTraceElement called = null;
        for (var frame : stack) {
            if (users(frame.getClassName())) {
                return called;
            }
            if (frame.getClassName().startsWith("nuages.data.")) {
                called = frame;
            } else if (frame.getClassName().startsWith("nuages.")) {
                return null;
            }
        }
        return null;
    }

    private static boolean users(String name) {
        if (name.contains("Tests")) {
            return true;
        }
        for (var prefix : NOT_USERS) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }
}
