package nuages.data.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nuages.data.connection.Databases;
import nuages.data.connection.Faulty;
import nuages.data.connection.Work;
import nuages.data.error.NuagesException;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Column;
import nuages.data.schema.Table;
import nuages.testing.servers.Fault;
import nuages.testing.servers.FaultPlan;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Each operation is broken off at a call of the driver, forwards and backwards: nothing half-done counts as done, and to
 * migrate again finishes it, or says what to do. {@code -Dnuages.stride=1} tries each call.
 */
class FaultTests {
    /** More than most have, so that one is tried of each. */
    private static final int SAMPLE = 400;

    private static final int STRIDE = Integer.getInteger("nuages.stride", SAMPLE);
    private static final Pattern ADVICE = Pattern.compile("If so, say so by: (update nuages_migrations set .*)");
    private static final MigrationName TRIED = new MigrationName("polls", "0002_tried");
    private static final Logger REPORTS = (Logger) LoggerFactory.getLogger("nuages.data.connection");

    @BeforeAll
    static void quiet() {
        REPORTS.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        REPORTS.setLevel(null);
    }

    /** What goes wrong from the n-th call on. */
    private enum Way {
        A_STATEMENT_FAILS,
        THE_PROCESS_DIES,
        AN_ANSWER_IS_LOST;

        void plan(FaultPlan plan, int n) {
            switch (this) {
                case A_STATEMENT_FAILS -> plan.failAt(n, Fault.sqlError("22012"));
                case THE_PROCESS_DIES -> plan.failFrom(n, Fault.dropped());
                case AN_ANSWER_IS_LOST -> plan.failAfter(n, Fault.dropped());
            }
        }
    }

    /** All that matters of a database. */
    private record Seen(List<Table> tables, List<String> rows, List<String> applied) {}

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
    void it_is_finished_later_wherever_it_was_broken_off(Kind kind) {
        try (var place = new Place(kind)) {
            EachOperation.prepare(place);
            for (var each : EachOperation.values()) {
                place.with(TRIED.name(), each.operation);
                breakOff(place, kind, each);
            }
        }
    }

    private static void breakOff(Place place, Kind kind, EachOperation each) {
        var plan = new FaultPlan();
        int there = calls(place, plan, false);
        var after = seen(place);
        int back = calls(place, plan, true);
        var before = seen(place);
        int most = Math.max(there, back);
        for (var way : ways(kind, each)) {
            int chosen = Math.floorMod((kind + " " + each + " " + way).hashCode(), Math.min(STRIDE, most));
            for (int n = chosen + 1; n <= most; n += STRIDE) {
                String where = kind + ", " + each + ", " + way;
                way.plan(plan, Math.min(n, there));
                round(place, plan, where, before, after, false);
                way.plan(plan, Math.min(n, back));
                round(place, plan, where, after, before, true);
            }
        }
    }

    private static List<Way> ways(Kind kind, EachOperation each) {
        var all = List.of(Way.values());
        int chosen = Math.floorMod((each + " " + kind).hashCode(), all.size());
        return STRIDE < SAMPLE ? all : List.of(all.get(chosen));
    }

    private static void round(Place place, FaultPlan plan, String what, Seen before, Seen after, boolean backwards) {
        var failure = faulty(place, plan, backwards).failure;
        String where = what + (backwards ? ", backwards" : "") + ": " + failure;
        boolean done =
                !after.applied.equals(before.applied) && seen(place).applied.equals(after.applied);
        if (done) {
            assertThat(seen(place)).as(where).isEqualTo(after);
        } else {
            assertThat(failure).as(where).isNotNull();
        }
        var told = failure == null ? "" : String.valueOf(failure.getMessage());
        if (told.contains("nothing of it was kept: its transaction was rolled back")) {
            assertThat(seen(place)).as(where).isEqualTo(before);
        } else if (told.contains("if not, nothing of it was kept")) {
            assertThat(seen(place)).as(where).isIn(before, after);
        }
        finish(place, backwards, where);
        assertThat(seen(place)).as(where).isEqualTo(after);
    }

    /** Migrates again, and does what is advised if that does not go. */
    private static void finish(Place place, boolean backwards, String where) {
        try {
            step(place, backwards);
        } catch (MigrationFailed e) {
            var advice = ADVICE.matcher(String.valueOf(e.getMessage()));
            assertThat(advice.find())
                    .as("%s\nand then: %s", where, e.getMessage())
                    .isTrue();
            place.run(advice.group(1));
            step(place, backwards);
        }
    }

    private static void step(Place place, boolean backwards) {
        var migrator = place.migrator();
        place.work(() -> migrator.run(new Plan(List.of(TRIED), backwards), How.RUN));
    }

    private static int calls(Place place, FaultPlan plan, boolean backwards) {
        plan.watch();
        var tried = faulty(place, plan, backwards);
        assertThat(tried.failure).isNull();
        assertThat(tried.calls).isGreaterThan(20);
        return tried.calls;
    }

    /** What came of migrating, after so many calls. */
    private record Tried(@Nullable NuagesException failure, int calls) {}

    /** Migrates in a process whose driver fails as planned. */
    private static Tried faulty(Place place, FaultPlan plan, boolean backwards) {
        var database = Faulty.database(place.url, plan, it -> {
            it.size = 3;
            it.connectTimeout = Duration.ofMillis(500);
        });
        NuagesException failure = null;
        try {
            var migrator = Migrator.of(database, place.migrations);
            Work.of("broken off", Databases.of(database))
                    .deadline(Duration.ofSeconds(20))
                    .run(() -> migrator.run(new Plan(List.of(TRIED), backwards), How.RUN));
        } catch (NuagesException e) {
            failure = e;
        }
        var tried = new Tried(failure, plan.calls().size());
        plan.watch();
        database.shutdown(Duration.ZERO);
        return tried;
    }

    private static Seen seen(Place place) {
        var tables = place.tables();
        var rows = new ArrayList<String>();
        for (var table : tables) {
            for (Column column : table.columns()) {
                rows.addAll(place.rows(
                        String.class,
                        "select concat('" + table.name() + "." + column.name() + " ', " + column.name() + ") from "
                                + table.name() + " order by 1"));
            }
        }
        return new Seen(tables, rows, place.applied());
    }
}
