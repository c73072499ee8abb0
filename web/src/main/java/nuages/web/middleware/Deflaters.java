package nuages.web.middleware;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Keeps a few deflaters for the next answers: each has some 256 KiB outside of the heap, which takes time to set up. */
final class Deflaters {
    private static final int KEPT = 16; // a power of two

    private final AtomicReferenceArray<@Nullable Deflater> kept = new AtomicReferenceArray<>(KEPT);

    /** One that nobody else uses until it is given back. */
    Deflater take() {
        int from = ThreadLocalRandom.current().nextInt(KEPT);
        for (int i = 0; i < KEPT; i++) {
            int at = (from + i) & (KEPT - 1);
            Deflater found = kept.get(at) == null ? null : kept.getAndSet(at, null);
            if (found != null) {
                return found;
            }
        }
        return new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    }

    void giveBack(Deflater deflater) {
        deflater.reset();
        int from = ThreadLocalRandom.current().nextInt(KEPT);
        for (int i = 0; i < KEPT; i++) {
            int at = (from + i) & (KEPT - 1);
            if (kept.compareAndSet(at, null, deflater)) {
                return;
            }
        }
        deflater.end();
    }
}
