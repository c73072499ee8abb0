package nuages.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import nuages.data.connection.Databases;
import nuages.data.connection.Statements.Strict;
import nuages.project.trial.Composition;
import nuages.project.trial.Trial;
import nuages.web.http.Stage;

/** A site with databases of its own, for one class of tests at a time. Threads share it. */
final class ComposedSite {
    private final Recipe recipe;
    private final TestDatabases databases;
    private final Composition composition;
    private final List<Reversal> reversals;
    private final Databases strict;
    private final TestWork work;
    private final TestClock clock;
    /** Held by the test that runs: its transaction is the database's only one. */
    private final ReentrantLock running = new ReentrantLock();

    private ComposedSite(Recipe recipe, TestDatabases databases, Composition composition, TestClock clock) {
        this.recipe = recipe;
        this.databases = databases;
        this.composition = composition;
        this.reversals = databases.reversals(composition);
        this.strict = composition.databases().with(Strict.class, Strict.FAIL);
        this.work = TestWork.on(strict);
        this.clock = clock;
    }

    static ComposedSite of(Recipe recipe) throws Exception {
        var databases = new TestDatabases(recipe.committing());
        var clock = new TestClock();
        boolean whole = false;
        try {
            var composition = Trial.opening(databases)
                    .with(variables(recipe))
                    .with(List.of(
                            new Witness(Stage.ERRORS),
                            new Witness(Stage.ANSWERS),
                            new Renderings.Notes(),
                            new Instead()))
                    .with(clock)
                    .of(recipe::call);
            composition.setUp();
            var site = new ComposedSite(recipe, databases, composition, clock);
            whole = true;
            return site;
        } finally {
            if (!whole) {
                databases.close();
            }
        }
    }

    /** Tests ask for whichever host they like, without TLS, unless they say otherwise. */
    private static Map<String, String> variables(Recipe recipe) {
        var variables = new HashMap<>(Map.of("NUAGES_ALLOWED_HOSTS", "*", "NUAGES_HTTPS", "false"));
        variables.putAll(recipe.variables());
        return variables;
    }

    Recipe recipe() {
        return recipe;
    }

    Composition composition() {
        return composition;
    }

    /** Its databases, which fail where code asks for rows one by one. */
    Databases databases() {
        return strict;
    }

    TestWork work() {
        return work;
    }

    TestClock clock() {
        return clock;
    }

    /** Waits until no other test runs. */
    void lock() {
        running.lock();
    }

    void unlock() {
        running.unlock();
    }

    void begin() {
        clock.begin();
        reversals.forEach(Reversal::begin);
    }

    void undo() {
        clock.undo();
        var failures = new ArrayList<RuntimeException>();
        for (var each : reversals) {
            try {
                each.undo();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    void close() {
        databases.close();
    }
}
