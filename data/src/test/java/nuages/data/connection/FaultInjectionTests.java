package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nuages.testing.servers.Fault;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Each call of the driver, in each operation, goes wrong in each way: nothing is left behind, and the next work succeeds. */
class FaultInjectionTests {
    private static final int STRIDE = 4;

    /** Longer than any round takes whose call is made to end. */
    private static final Fault HANG = Fault.hang(Duration.ofMillis(4_500));

    private static final Logger REPORTS = (Logger) LoggerFactory.getLogger("nuages.data.connection");

    @BeforeAll
    static void quiet() {
        REPORTS.setLevel(Level.ERROR);
    }

    @AfterAll
    static void loud() {
        REPORTS.setLevel(null);
    }

    private static Stream<Arguments> everything() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(FaultyOperation.values()).map(operation -> Arguments.of(kind, operation)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_call_that_fails_leaves_nothing_behind(Kind kind, FaultyOperation operation) throws Exception {
        try (var bench = new FaultBench(kind)) {
            int calls = bench.calls(operation);
            for (var fault : List.of(
                    Fault.sqlError("22012"),
                    Fault.thrown(new IllegalStateException("planned")),
                    Fault.thrown(new OutOfMemoryError("planned")),
                    Fault.dropped())) {
                for (int n = 1; n <= calls; n++) {
                    bench.round(operation, n, fault, false);
                }
            }
            bench.assertOftenStruck();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_fails_while_connecting_leaves_nothing_behind(Kind kind) throws Exception {
        var operation = FaultyOperation.SELECT;
        try (var bench = new FaultBench(kind)) {
            int calls = bench.coldCalls(operation) - bench.calls(operation);
            for (var fault :
                    List.of(Fault.sqlError("08006"), Fault.thrown(new OutOfMemoryError("planned")), Fault.dropped())) {
                for (int n = 1; n <= calls; n++) {
                    bench.round(operation, n, fault, true);
                }
            }
        }
    }

    @Test
    void a_call_that_hangs_leaves_nothing_behind() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (var kind : Kind.values()) {
                var benches =
                        kind.newDatabase(); // virtual threads that wait for a server to start would pin their carriers
                assertThat(benches).isNotEmpty();
                for (var operation :
                        List.of(FaultyOperation.SAVEPOINT, FaultyOperation.STREAM, FaultyOperation.DATA_SOURCE)) {
                    for (int first = 1; first <= STRIDE; first++) {
                        int from = first;
                        all.add(threads.submit(() -> hang(kind, operation, from)));
                    }
                }
            }
            for (var each : all) {
                each.get();
            }
        }
    }

    private static boolean hang(Kind kind, FaultyOperation operation, int first) throws Exception {
        try (var bench = new FaultBench(kind, Duration.ofMillis(600))) {
            int calls = bench.calls(operation);
            assertThat(calls).isGreaterThan(2);
            for (int n = first; n <= calls; n += STRIDE) {
                bench.round(operation, n, HANG, false);
            }
            return true;
        }
    }
}
