package nuages.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Visitors leave while the database works for them: how soon is their place free, and has the work ended? */
final class Leaving {
    private static final int ROUNDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Store store;
    private final SlowSite site;
    private final List<Long> slots = new ArrayList<>();
    private final List<Long> statements = new ArrayList<>();

    private Leaving(Store store, SlowSite site) {
        this.store = store;
        this.site = site;
    }

    static void run(Store store) throws Exception {
        try (var site = SlowSite.start(store)) {
            var table = new Table(
                    "visitors leave, on " + store.kind(),
                    "visitors",
                    "slot free p50 ms",
                    "p99 ms",
                    "longest ms",
                    "statement gone p50 ms",
                    "longest ms",
                    "connections kept");
            var leaving = new Leaving(store, site);
            leaving.row(table, "HTTP/1.1, alone", SlowSite::http1, 1);
            leaving.row(table, "HTTP/1.1, all at once", SlowSite::http1, site.size());
            leaving.row(table, "HTTP/2, alone", SlowSite::http2, 1);
            leaving.row(table, "HTTP/2, all at once", SlowSite::http2, site.size());
            IO.println(table);
        }
    }

    private void row(Table table, String name, SlowSite.Protocol protocol, int visitors) throws Exception {
        site.greet();
        round(protocol, visitors);
        slots.clear();
        statements.clear();
        List<List<@Nullable String>> before = store.backendIds();
        for (int i = 0; i < ROUNDS; i++) {
            if (i % 10 == 0) {
                site.greet();
            }
            round(protocol, visitors);
        }
        long kept = store.backendIds().stream().filter(before::contains).count();
        var slot = Times.ofNanos(slots);
        var statement = Times.ofNanos(statements);
        table.row(
                name,
                slot.count(),
                slot.percentile(50),
                slot.percentile(99),
                slot.longest(),
                store.hasServer() ? statement.percentile(50) : "",
                store.hasServer() ? statement.longest() : "",
                store.hasServer() ? kept + " of " + before.size() : "");
    }

    private void round(SlowSite.Protocol protocol, int count) throws IOException {
        var visitors = new ArrayList<SlowSite.Visitor>();
        for (int i = 0; i < count; i++) {
            visitors.add(protocol.visit(site));
        }
        await("statements to run", () -> site.busy() == count && (!store.hasServer() || store.statements() == count));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000));
        long began = System.nanoTime();
        for (var visitor : visitors) {
            visitor.leave();
        }
        var gone = CompletableFuture.supplyAsync(() -> {
            await("statements to end", () -> store.statements() == 0);
            return System.nanoTime() - began;
        });
        awaitSlots(count, began);
        statements.add(gone.join());
    }

    /** Notes when each of the connections was free. */
    private void awaitSlots(int count, long began) {
        for (int free = 0; free < count; ) {
            int leased = site.leased();
            long now = System.nanoTime();
            for (; free < count - leased; free++) {
                slots.add(now - began);
            }
            if (now - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("still lent after " + PATIENCE + ": " + leased);
            }
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(String what, BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(500_000);
        }
    }
}
