package nuages.data.connection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/**
 * A lock for changes of less than a microsecond, which are made whole if an error broke one off.
 *
 * <p>It is one field: taking it is a single compare-and-set, and giving it back is a write, which needs no stack. So a stack
 * overflow can leave it neither locked for ever, as it can a {@link java.util.concurrent.locks.Lock}, nor taken by nobody;
 * and what such an error interrupts is repaired by whoever comes next. A monitor would be as safe, but virtual threads that
 * wait for one are woken by a thread of the virtual machine that has to get a processor first: on a busy machine they waited
 * 5 ms for a lock that was held for one thousandth of that.
 *
 * <p>Whoever finds it taken tries again, and lets others run meanwhile. It can be taken again by the thread that has it.
 */
final class Guard {
    private static final int SPINS = 64;
    private static final int YIELDS = 64;
    private static final long NAP_NANOS = 20_000;
    private static final VarHandle OWNER = owner();

    private final Runnable repair;

    /** Who has taken it; null if it is free. */
    private volatile @Nullable Thread owner;

    /** Whether a change is under way, or was broken off in the middle. Guarded by this. */
    private boolean damaged;

    Guard(Runnable repair) {
        this.repair = repair;
    }

    private static VarHandle owner() {
        try {
            return MethodHandles.lookup().findVarHandle(Guard.class, "owner", Thread.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    <R extends @Nullable Object> R locked(Supplier<R> change) {
        var me = Thread.currentThread();
        if (me.equals(owner)) {
            return change.get();
        }
        if (!OWNER.compareAndSet(this, null, me)) {
            take(me);
        }
        try {
            return whole(change);
        } finally {
            owner = null;
        }
    }

    /** Called rarely: two threads want it within the same microsecond, or one that has it was put off its processor. */
    @SuppressWarnings("ThreadPriorityCheck") // for how long is a matter of speed alone
    private void take(Thread me) {
        int tries = 0;
        while (owner != null || !OWNER.compareAndSet(this, null, me)) {
            tries++;
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else if (tries < SPINS + YIELDS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
    }

    private <R extends @Nullable Object> R whole(Supplier<R> change) {
        if (damaged) {
            repair.run();
        }
        damaged = true; // until it is whole
        try {
            var result = change.get();
            damaged = false;
            return result;
        } catch (NuagesException refused) { // before anything was changed
            damaged = false;
            throw refused;
        }
    }

    void locked(Runnable change) {
        locked(() -> {
            change.run();
            return true;
        });
    }
}
