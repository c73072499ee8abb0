package nuages.testing.servers;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a {@link FaultProxy} lets through at the moment. Threads may share it. */
final class Traffic {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean held; // guarded by lock
    private Duration delay = Duration.ZERO; // guarded by lock
    private long left = Long.MAX_VALUE; // guarded by lock

    void pass() {
        set(() -> {
            held = false;
            delay = Duration.ZERO;
            left = Long.MAX_VALUE;
        });
    }

    void hold() {
        set(() -> held = true);
    }

    void delay(Duration each) {
        set(() -> delay = each);
    }

    void cutAfter(long bytes) {
        set(() -> left = bytes);
    }

    /** Waits as long as traffic is held or delayed, and says how many of these bytes may pass. */
    Admission admit(int bytes) throws InterruptedException {
        lock.lock();
        try {
            long end = System.nanoTime() + delay.toNanos();
            for (long wait = delay.toNanos(); wait > 0; wait = end - System.nanoTime()) {
                changed.awaitNanos(wait);
            }
            while (held) {
                changed.await();
            }
            Admission admission = new Admission((int) Math.min(left, bytes), left <= bytes);
            if (admission.cut()) {
                left = Long.MAX_VALUE;
            } else if (left != Long.MAX_VALUE) {
                left -= bytes;
            }
            return admission;
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** So many bytes may pass, and whether the connection is cut after them. */
    record Admission(int bytes, boolean cut) {}
}
