package nuages.data.connection;

import java.util.function.Supplier;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/**
 * A lock whose changes are made whole if an error broke one off. It is a monitor, since the virtual machine gives a monitor
 * back whatever happens, while a stack overflow can leave a {@code Lock} locked for ever; and what such an error
 * interrupts is repaired by whoever comes next.
 */
final class Guard {
    private final Runnable repair;
    /** Whether a change was broken off in the middle. Guarded by this. */
    private boolean damaged;

    Guard(Runnable repair) {
        this.repair = repair;
    }

    synchronized <R extends @Nullable Object> R locked(Supplier<R> change) {
        if (damaged) {
            repair.run();
            damaged = false;
        }
        try {
            return change.get();
        } catch (NuagesException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            damaged = true;
            throw e;
        }
    }

    void locked(Runnable change) {
        locked(() -> {
            change.run();
            return true;
        });
    }
}
