package nuages.data.connection;

import nuages.data.error.EscapedScope;

/** What is said to those who use a connection that is not theirs. */
final class Escapes {
    private Escapes() {}

    static EscapedScope otherThread(Lease lease) {
        return new EscapedScope(
                "a connection lent to " + who(lease) + ", in thread " + name(lease.holder.thread)
                        + ", was used by thread " + name(Thread.currentThread())
                        + ": a connection stays with the thread it was lent to.\n"
                        + "use it there, or give the other thread a connection of its own with Work.fork.",
                null);
    }

    static EscapedScope over(Lease lease) {
        var end = lease.endedBy();
        return new EscapedScope(
                "a connection lent to " + who(lease) + " was used after it had been given back"
                        + (end == null ? "" : " " + end) + ": somebody else may have it by now.\n"
                        + "use it, its statements and its results before that, or ask for another one.",
                null);
    }

    /** A thread that inherited a transaction without being its thread. */
    static EscapedScope transaction(Strand owner) {
        var line = CodeLine.of(owner.thread);
        return new EscapedScope(
                "thread " + name(Thread.currentThread()) + " was started within an atomic block of "
                        + owner.work.name() + (line == null ? "" : " (" + line + ")")
                        + " and used the database: a transaction stays with the thread that opened it ("
                        + name(owner.thread) + ").\n"
                        + "use the database before or after, or start the thread with Work.fork, which gives it a "
                        + "connection of its own.",
                null);
    }

    private static String who(Lease lease) {
        return lease.holder.work.name() + (lease.lentAt() == null ? "" : " (" + lease.lentAt() + ")");
    }

    private static String name(Thread thread) {
        return thread.getName().isEmpty() ? "#" + thread.threadId() : thread.getName();
    }
}
