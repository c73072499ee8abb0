package nuages.data.connection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts virtual threads for those whose own stack may be almost full. To start one is to work on the queues and counts of
 * the scheduler of all virtual threads, and a stack overflow in the middle of that can leave it with a thread too few, or
 * asleep with work to do. So it is done on a stack that has room; to ask for it is to add to a queue without locks, which is
 * whole at every step. Threads share it.
 */
final class Starter {
    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final long PAUSE_NANOS = 50_000_000;
    private static final Starter ONLY = begun();

    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final Thread runner = Thread.ofPlatform()
            .daemon()
            .name("nuages-starter")
            .inheritInheritableThreadLocals(false)
            .unstarted(this::run);

    private Starter() {}

    private static Starter begun() {
        var starter = new Starter();
        // drivers are looked for where this was found, not in the code of whoever was first, which it outlives
        starter.runner.setContextClassLoader(Starter.class.getClassLoader());
        starter.runner.start();
        return starter;
    }

    /** Starts a virtual thread soon. That is all that is done in the caller's thread, which need not wait for it. */
    static void start(String name, Runnable task) {
        ONLY.waiting.add(new Request(name, task));
        LockSupport.unpark(ONLY.runner);
    }

    private void run() {
        while (true) {
            var next = waiting.poll();
            if (next == null) {
                LockSupport.park(this);
            } else if (!next.met()) {
                waiting.add(next);
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    /** A thread that is asked for. */
    private record Request(String name, Runnable task) {
        /** False if there is no room for it, for now. */
        private boolean met() {
            try {
                Thread.ofVirtual().name(name).start(task);
                return true;
            } catch (RuntimeException | Error e) {
                LOG.error("a thread could not be started and is tried again: {}", name, e);
                return false;
            }
        }
    }
}
