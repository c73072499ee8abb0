package nuages.data.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nuages.data.connection.Databases;
import nuages.data.connection.Faulty;
import nuages.data.connection.Work;
import nuages.data.error.NuagesException;
import nuages.data.migration.MigrationName;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Column;
import nuages.data.schema.Table;
import nuages.testing.servers.Fault;
import nuages.testing.servers.FaultPlan;
import org.jspecify.annotations.Nullable;

/**
 * Breaks off one operation at calls of the driver, forwards and backwards, and migrates again after each. For use by one
 * thread.
 */
final class Breaker {
    private static final MigrationName TRIED = new MigrationName("polls", "0002_tried");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern ADVICE = Pattern.compile("If so, say so by: (update nuages_migrations set .*)");

    private final FaultPlan plan = new FaultPlan();
    private final Place place;
    private final Attempt attempt;
    private final int there;
    private final int back;
    private final Seen before;
    private final Seen after;

    /** Counts the calls, and sees what the operation does when nothing goes wrong. */
    Breaker(Place place, Attempt attempt) {
        this.attempt = attempt;
        this.place = place;
        place.with(TRIED.name(), attempt.operation.operation);
        this.there = calls(false);
        this.after = seen();
        this.back = calls(true);
        this.before = seen();
    }

    /** What goes wrong from the n-th call on. */
    enum Way {
        A_STATEMENT_FAILS,
        THE_PROCESS_DIES,
        AN_ANSWER_IS_LOST;

        private void plan(FaultPlan plan, int n) {
            switch (this) {
                case A_STATEMENT_FAILS -> plan.failAt(n, Fault.sqlError("22012"));
                case THE_PROCESS_DIES -> plan.failFrom(n, Fault.dropped());
                case AN_ANSWER_IS_LOST -> plan.failAfter(n, Fault.dropped());
            }
        }

        /** What is dead waits in vain; the others wait for new connections, which are to be had. */
        private Duration waitLimit() {
            return this == THE_PROCESS_DIES ? Duration.ofMillis(400) : PATIENCE;
        }
    }

    /** What is broken off, and how. */
    record Attempt(EachOperation operation, Way way) {}

    /** All that matters of a database. */
    private record Seen(List<Table> tables, List<String> rows, List<String> applied) {}

    /** What came of migrating, after so many calls. */
    private record Tried(@Nullable NuagesException failure, int calls) {}

    /** How many calls there are at which it can be broken off, in the longer direction. */
    int calls() {
        return Math.max(there, back);
    }

    /** Breaks it off at its n-th call, if it has so many, and finishes it; the same on the way back. */
    void breakOff(int n) {
        if (n <= there) {
            round(n, before, after, false);
        } else {
            step(false);
        }
        if (n <= back) {
            round(n, after, before, true);
        } else {
            step(true);
        }
    }

    private void round(int n, Seen from, Seen to, boolean backwards) {
        attempt.way.plan(plan, n);
        var failure = faulty(backwards, attempt.way.waitLimit()).failure;
        String where = "call " + n + (backwards ? ", backwards: " : ": ") + failure;
        boolean done = !to.applied.equals(from.applied) && place.applied().equals(to.applied);
        if (done) {
            assertThat(seen()).as(where).isEqualTo(to);
        } else {
            assertThat(failure).as(where).isNotNull();
        }
        var told = failure == null ? "" : String.valueOf(failure.getMessage());
        if (told.contains("nothing of it was kept: its transaction was rolled back")) {
            assertThat(seen()).as(where).isEqualTo(from);
        } else if (told.contains("if not, nothing of it was kept")) {
            assertThat(seen()).as(where).isIn(from, to);
        }
        finish(backwards, where);
        assertThat(seen()).as(where).isEqualTo(to);
    }

    /** Migrates again, and does what is advised if that does not go. */
    private void finish(boolean backwards, String where) {
        try {
            step(backwards);
        } catch (MigrationFailed e) {
            var advice = ADVICE.matcher(String.valueOf(e.getMessage()));
            assertThat(advice.find())
                    .as("%s\nand then: %s", where, e.getMessage())
                    .isTrue();
            place.run(advice.group(1));
            step(backwards);
        }
    }

    private void step(boolean backwards) {
        var migrator = place.migrator();
        place.work(() -> migrator.run(new Plan(List.of(TRIED), backwards), How.RUN));
    }

    private int calls(boolean backwards) {
        plan.watch();
        var tried = faulty(backwards, PATIENCE);
        assertThat(tried.failure).isNull();
        assertThat(tried.calls).isGreaterThan(20);
        return tried.calls;
    }

    /** Migrates in a process whose driver fails as planned. */
    private Tried faulty(boolean backwards, Duration waitLimit) {
        var database = Faulty.database(place.url, plan, it -> {
            it.size = 3;
            it.connectTimeout = Duration.ofMillis(500);
            it.waitLimit = waitLimit;
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

    private Seen seen() {
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
