package nuages.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** How often each of many threads came to its turn within a time, and how long each turn took to come. */
final class Turns {
    private final long from;
    private final long until;
    private final AtomicLong failures = new AtomicLong();
    /** One for each thread, used by that thread alone until it has ended. */
    private final Diary[] diaries;

    private Turns(int threads, long from, long until) {
        this.from = from;
        this.until = until;
        this.diaries = new Diary[threads];
        Arrays.setAll(diaries, i -> new Diary());
    }

    /** The turns of one thread. */
    private static final class Diary {
        private final List<Long> waits = new ArrayList<>();
        private final List<Long> ends = new ArrayList<>();
        private long turns;
    }

    /** Lets that many virtual threads take turns until then, and returns when the last one has had its last. */
    static Turns take(int threads, long from, long until, Peer.Step turn) throws InterruptedException {
        var turns = new Turns(threads, from, until);
        var running = Arrays.stream(turns.diaries)
                .map(diary -> Thread.startVirtualThread(() -> turns.keep(diary, turn)))
                .toList();
        for (var thread : running) {
            thread.join();
        }
        return turns;
    }

    /** A turn counts if it ended within the time, its wait if it began within the time, however long it lasted. */
    private void keep(Diary diary, Peer.Step turn) {
        for (long began = System.nanoTime(); began < until; ) {
            try {
                turn.run();
            } catch (Exception e) {
                failures.incrementAndGet();
            }
            long ended = System.nanoTime();
            if (began >= from) {
                diary.waits.add(ended - began);
            }
            diary.ends.add(ended);
            diary.turns += ended >= from && ended < until ? 1 : 0;
            began = ended;
        }
    }

    Times waits() {
        return Times.ofNanos(Arrays.stream(diaries)
                .flatMapToLong(diary -> diary.waits.stream().mapToLong(Long::longValue)));
    }

    /**
     * The longest wait in milliseconds that an ideal queue would have had, if its turns had ended when these did: there, a
     * thread's next turn ends when all the others have had one.
     */
    double longestIdealWait() {
        var ends = Arrays.stream(diaries)
                .flatMapToLong(diary -> diary.ends.stream().mapToLong(Long::longValue))
                .sorted()
                .toArray();
        int others = diaries.length;
        return IntStream.range(0, Math.max(0, ends.length - others))
                        .filter(i -> ends[i] >= from && ends[i] < until)
                        .mapToLong(i -> ends[i + others] - ends[i])
                        .max()
                        .orElse(0)
                / 1e6;
    }

    double perSecond() {
        return Arrays.stream(diaries).mapToLong(diary -> diary.turns).sum() * 1e9 / (until - from);
    }

    /** The thread with the fewest turns, the one in the middle, the one with the most. */
    String spread() {
        var each =
                Arrays.stream(diaries).mapToLong(diary -> diary.turns).sorted().toArray();
        return each[0] + " / " + each[each.length / 2] + " / " + each[each.length - 1];
    }

    long failures() {
        return failures.get();
    }
}
