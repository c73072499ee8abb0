package nuages.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/** Durations that were measured. Immutable. */
final class Times {
    private final long[] sorted;

    private Times(long[] sorted) {
        this.sorted = sorted;
    }

    static Times ofNanos(LongStream nanos) {
        return new Times(nanos.sorted().toArray());
    }

    static Times ofNanos(Collection<Long> nanos) {
        return ofNanos(nanos.stream().mapToLong(Long::longValue));
    }

    /** The duration in milliseconds that so many of a hundred do not exceed. */
    double percentile(double percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1e6;
    }

    /** The longest, in milliseconds. */
    double longest() {
        return percentile(100);
    }

    int count() {
        return sorted.length;
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
