package nuages.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Visits made at the same time, and how they went. Immutable.
 *
 * @param seconds from the first visit's beginning to the last one's end
 */
record Wave(List<Visit> visits, double seconds) {
    /** Makes that many visits at the same time, each on a virtual thread of its own. */
    static Wave of(int count, IntFunction<Callable<Visit>> visit) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            var running = new ArrayList<Future<Visit>>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(visit.apply(i)));
            }
            var visits = new ArrayList<Visit>();
            for (var one : running) {
                visits.add(one.get());
            }
            return new Wave(List.copyOf(visits), (System.nanoTime() - began) / 1e9);
        }
    }

    long failures() {
        return visits.stream().filter(Visit::failed).count();
    }

    long left() {
        return visits.stream().filter(Visit::left).count();
    }

    /** How long those waited who did not leave. */
    Times waits() {
        return Times.ofNanos(visits.stream().filter(visit -> !visit.left()).mapToLong(Visit::nanos));
    }
}
