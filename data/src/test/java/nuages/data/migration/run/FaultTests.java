package nuages.data.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nuages.data.migration.Operation;
import nuages.data.migration.run.Breaker.Attempt;
import nuages.data.migration.run.Breaker.Way;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Each operation is broken off at a call of the driver, forwards and backwards: nothing half-done counts as done, and to
 * migrate again finishes it, or says what to do. {@code -Dnuages.stride=1} tries each call, and says how far it has come.
 */
class FaultTests {
    /** How many calls are passed over: fewer than most operations make. */
    private static final int STRIDE = Integer.getInteger("nuages.stride", 150);

    /** Most of the time is spent in waiting for a server, so that several go on at once. */
    private static final int LANES = 12;

    private static final Logger REPORTS = (Logger) LoggerFactory.getLogger("nuages.data.connection");
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(FaultTests.class);

    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void quiet() {
        REPORTS.setLevel(Level.OFF);
        LOG.setLevel(System.getProperty("nuages.stride") == null ? Level.WARN : Level.INFO);
    }

    @AfterAll
    static void loud() {
        REPORTS.setLevel(null);
        LOG.setLevel(null);
    }

    @Test
    void each_kind_of_operation_is_tried() {
        var tried = new HashSet<Class<?>>();
        for (var each : EachOperation.values()) {
            tried.add(each.operation.getClass());
        }
        assertThat(tried).isEqualTo(leaves(Operation.class));
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        if (!sealed.isSealed()) {
            return Set.of(sealed);
        }
        var all = new HashSet<Class<?>>();
        for (var each : sealed.getPermittedSubclasses()) {
            all.addAll(leaves(each));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void it_is_finished_later_wherever_it_was_broken_off(Kind kind) throws Exception {
        var attempts = attempts();
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var under = new ArrayList<Future<?>>();
            for (int i = 0; i < LANES; i++) {
                under.add(lanes.submit(() -> breakOff(kind, attempts)));
            }
            for (var lane : under) {
                lane.get();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(attempts).isEmpty();
    }

    private static Queue<Attempt> attempts() {
        var attempts = new ConcurrentLinkedQueue<Attempt>();
        for (var each : EachOperation.values()) {
            for (var way : Way.values()) {
                attempts.add(new Attempt(each, way));
            }
        }
        return attempts;
    }

    /** Tries what is left of them, in a database of its own, which is left when something failed in it. */
    private void breakOff(Kind kind, Queue<Attempt> attempts) {
        while (!attempts.isEmpty()) {
            try (var place = new Place(kind)) {
                EachOperation.prepare(place);
                for (var next = attempts.poll(); next != null && breakOff(kind, place, next); next = attempts.poll()) {}
            }
        }
    }

    /** False if something failed, after which the rest of it is not tried. */
    private boolean breakOff(Kind kind, Place place, Attempt attempt) {
        String what = kind + " " + attempt.operation() + " " + attempt.way();
        long began = System.nanoTime();
        int tried = 0;
        try {
            var breaker = new Breaker(place, attempt);
            int first = Math.floorMod(what.hashCode(), Math.min(STRIDE, breaker.calls()));
            for (int n = first + 1; n <= breaker.calls(); n += STRIDE) {
                breaker.breakOff(n);
                tried++;
            }
        } catch (RuntimeException | AssertionError e) {
            var failure = new AssertionError(what + ": " + e.getMessage(), e);
            failures.add(failure);
            LOG.error("it was not finished", failure);
            return false;
        }
        LOG.info("{}: {} calls in {} s", what, tried, (System.nanoTime() - began) / 1_000_000_000);
        return true;
    }
}
