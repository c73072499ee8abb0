package nuages.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * The public reproduction of a famous leak, and more of the same: waves of visitors come to a page that asks the database,
 * waits half a second, and asks it again; some do not wait for the answer.
 */
final class Storm {
    private static final int WAVES = 11;
    private static final int VISITORS = 151;
    private static final int MANY = 1000;

    private final Store store;
    private final Counter site;
    private final Backends backends;
    private final Table table = new Table(
            "visitors",
            "requests",
            "failures",
            "left",
            "time s",
            "p50 ms",
            "p99 ms",
            "longest ms",
            "peak backends",
            "after 1 s");

    private boolean failed;

    private Storm(Store store, Counter site, Backends backends) {
        this.store = store;
        this.site = site;
        this.backends = backends;
    }

    static void run(Store store) throws Exception {
        practise();
        try (var site = Counter.run(store.url());
                var backends = Backends.watch(store)) {
            var storm = new Storm(store, site, backends);
            storm.blow();
            IO.println("the counter on %s, pool.size 10; the process list was looked at %d times%n"
                    .formatted(store.kind(), backends.looks()));
            IO.println(storm.table);
            if (storm.failed) {
                IO.println("the counter said:\n" + String.join("\n", site.complaints()) + "\n");
            }
            IO.println(storm.atRest());
            IO.println(storm.atomic());
        }
        Leaving.run(store);
    }

    /** Has the visitors, whose code is as cold as the site's, visit something else first: it is the site that is measured. */
    private static void practise() throws Exception {
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        elsewhere.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        for (int wave = 0; wave < 5; wave++) {
            Wave.of(VISITORS, i -> () -> Visit.get(elsewhere.getAddress().getPort(), "/"));
        }
        elsewhere.stop(0);
    }

    private void blow() throws Exception {
        for (int wave = 1; wave <= WAVES; wave++) {
            phase("wave " + wave, VISITORS, i -> this::visit, wave == WAVES);
        }
        phase(MANY + " at the same time", MANY, i -> this::visit, true);
        phase(MANY + ", half of them leave", MANY, i -> i % 2 == 0 ? this::visit : this::leave, true);
        phase("wave " + (WAVES + 1), VISITORS, i -> this::visit, true);
    }

    private Visit visit() {
        return Visit.get(site.port(), "/");
    }

    private Visit leave() {
        return Visit.leave(
                site.port(), "/", Duration.ofMillis(ThreadLocalRandom.current().nextInt(1200)));
    }

    private void phase(String name, int count, IntFunction<Callable<Visit>> visit, boolean rest)
            throws InterruptedException, ExecutionException {
        backends.peak();
        var wave = Wave.of(count, visit);
        if (rest) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        var waits = wave.waits();
        table.row(
                name,
                count,
                wave.failures(),
                wave.left(),
                wave.seconds(),
                Math.round(waits.percentile(50)),
                Math.round(waits.percentile(99)),
                Math.round(waits.longest()),
                store.hasServer() ? backends.peak() : "",
                store.hasServer() && rest ? store.backends() : "");
        failed |= wave.failures() > 0;
        wave.visits().stream().filter(Visit::failed).limit(3).forEach(it -> IO.println(name + ": " + it));
    }

    private String atRest() {
        var now = site.connections();
        return "afterwards /connections tells: leased %s, idle %s, waiting %s, orphaned %s, open %s, shed %s, timeouts %s"
                .formatted(List.of("leased", "idle", "waiting", "orphaned", "open", "shed", "timeouts").stream()
                        .map(field -> now.path(field).asString())
                        .toArray());
    }

    /** The page that adds one in the database: each visit must be told a number of its own, without gaps. */
    private String atomic() throws InterruptedException, ExecutionException {
        long before = number(Visit.get(site.port(), "/atomic"));
        var wave = Wave.of(MANY, i -> () -> Visit.get(site.port(), "/atomic"));
        var numbers = wave.visits().stream()
                .filter(visit -> !visit.failed())
                .mapToLong(Storm::number)
                .distinct()
                .toArray();
        long last = number(Visit.get(site.port(), "/atomic"));
        return "/atomic: %d requests in %.2f s, %d failures, %d different numbers, %d updates lost; longest %d ms%n"
                .formatted(
                        MANY,
                        wave.seconds(),
                        wave.failures(),
                        numbers.length,
                        MANY - wave.failures() - (last - before - 1),
                        Math.round(wave.waits().longest()));
    }

    private static long number(Visit visit) {
        return Long.parseLong(visit.body().substring(visit.body().lastIndexOf(' ') + 1));
    }
}
