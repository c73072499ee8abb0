package nuages.data.migration.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.dialect.Dialect;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.history.MigrationGraph;

/**
 * Applies migrations to a database and undoes them, within the current work; which have been applied is recorded in
 * {@code django_migrations}, as Django does. Immutable; threads share it.
 *
 * <p>One process at a time migrates a database: others wait, and then find nothing left to do. The lock is the database
 * server's, and free as soon as the process that holds it has finished or died; on SQLite it is the transaction of each
 * migration.
 *
 * <p>It holds connections for as long as it takes, whatever {@code pool.holdLimit} says; see {@link Work#patient()}.
 */
public final class Migrator {
    private final Database database;
    private final Map<MigrationName, Migration> migrations;
    private final Progress progress;
    private final Predicate<String> belongs;
    private final boolean alone;

    private Migrator(
            Database database,
            Map<MigrationName, Migration> migrations,
            Progress progress,
            Predicate<String> belongs,
            boolean alone) {
        this.database = database;
        this.migrations = Map.copyOf(migrations);
        this.progress = progress;
        this.belongs = belongs;
        this.alone = alone;
    }

    /** Migrates that database, with all migrations that there are. */
    public static Migrator of(Database database, Map<MigrationName, Migration> migrations) {
        return new Migrator(database, migrations, Progress.silent(), _ -> true, false);
    }

    /** The same, which tells how far it has come. */
    public Migrator telling(Progress told) {
        return new Migrator(database, migrations, told, belongs, alone);
    }

    /** The same, for a database in which only some models have their tables; they are named as {@code app.Model}. */
    public Migrator only(Predicate<String> models) {
        return new Migrator(database, migrations, progress, models, alone);
    }

    /** The same, for a database that no other process migrates: without the lock, for which a connection is needed. */
    public Migrator alone() {
        return new Migrator(database, migrations, progress, belongs, true);
    }

    /** How a plan is carried out. */
    public enum How {
        /** It is run. */
        RUN,
        /** It is recorded as if it had been run. */
        FAKE,
        /** It is run, but for the first migration of an app whose tables are all there: that is recorded. */
        FAKE_INITIAL
    }

    private Records records() {
        return new Records(database, InstantSource.system());
    }

    private History history() {
        return History.of(migrations, records().applied());
    }

    /** The migrations as they count for this database. */
    public MigrationGraph graph() {
        return history().graph();
    }

    /** Those that have been applied. It takes a connection for a moment, and changes nothing. */
    public Collection<MigrationName> applied() {
        return List.copyOf(history().applied());
    }

    /** Those that have not been applied, in their order. It takes a connection for a moment, and changes nothing. */
    public List<MigrationName> unapplied() {
        return history().unapplied();
    }

    /** What keeps it from migrating: applied migrations that are gone or have been edited. A paragraph each. */
    public List<String> problems() {
        var records = records();
        return history().problems(records.checksums(), records.brokenOff());
    }

    /** The plan that applies all that are left. */
    public Plan plan() {
        var history = history();
        migrations.keySet().stream()
                .map(MigrationName::app)
                .distinct()
                .forEach(it -> history.graph().leaf(it));
        return new Plan(history.unapplied(), false);
    }

    /** The plan that applies all of an app that are left, and what they depend on. */
    public Plan plan(String app) {
        var history = history();
        var leaf = history.graph().leaf(app).orElseThrow(() -> unknown(app));
        return forwards(history, leaf);
    }

    private InvalidMigration unknown(String app) {
        return new InvalidMigration("app \"" + app + "\" has no migrations: those that have are "
                + migrations.keySet().stream()
                        .map(MigrationName::app)
                        .distinct()
                        .sorted()
                        .toList()
                + ".\ncorrect the name, or run makemigrations.");
    }

    /**
     * The plan after which a migration is the last one of its app that is applied: it applies it and what it depends on, or
     * undoes those after it and what depends on them.
     */
    public Plan planTo(MigrationName target) {
        var history = history();
        history.graph().get(target);
        if (!history.applied().contains(target)) {
            return forwards(history, target);
        }
        var after = history.graph().ofApp(target.app()).stream()
                .filter(it -> history.graph().parents(it).contains(target))
                .toList();
        return backwards(history, after);
    }

    /** The plan that undoes all of an app, and what depends on them. */
    public Plan planNone(String app) {
        var history = history();
        var all = history.graph().ofApp(app);
        if (all.isEmpty()) {
            throw unknown(app);
        }
        return backwards(history, all);
    }

    private static Plan forwards(History history, MigrationName target) {
        var wanted = history.graph().upTo(List.of(target));
        return new Plan(
                wanted.stream().filter(it -> !history.applied().contains(it)).toList(), false);
    }

    private static Plan backwards(History history, List<MigrationName> first) {
        var undone = history.graph().from(first);
        return new Plan(undone.stream().filter(history.applied()::contains).toList(), true);
    }

    /** Carries out a plan; what others have done in the meantime is left out. */
    public void run(Plan plan, How how) {
        Work.of("migrate " + database.alias(), Work.current().databases())
                .patient()
                .run(() -> {
                    var lock = new MigrationLock(database, progress);
                    if (alone) {
                        run(plan, how, lock);
                        return;
                    }
                    lock.run(() -> {
                        run(plan, how, lock);
                        return true;
                    });
                });
    }

    private void run(Plan plan, How how, MigrationLock lock) {
        var records = records();
        database.atomic(records::prepare);
        var history = history();
        history.unrecorded()
                .forEach(it -> records.applied(it, Checksum.of(history.graph().get(it))));
        if (how != How.FAKE) {
            refuse(history.problems(records.checksums(), records.brokenOff()));
        }
        var execution = new Execution(database, records, new Translation(database.dialect(), belongs), progress);
        var presence = new Presence(database);
        var done = new LinkedHashSet<>(history.applied());
        for (var name : plan.names()) {
            if (done.contains(name) != plan.backwards()) {
                continue;
            }
            lock.check();
            var others = new ArrayList<>(done);
            others.remove(name);
            var graph = history.graph();
            var before = graph.state(others);
            boolean first = how == How.FAKE_INITIAL
                    && graph.parents(name).stream().noneMatch(it -> it.app().equals(name.app()));
            if (how == How.FAKE || (first && presence.of(name, graph.get(name), graph.after(name, before)))) {
                fake(records, name, graph.get(name), plan.backwards());
            } else {
                execution.run(name, graph.get(name), before, plan.backwards());
            }
            if (plan.backwards()) {
                done.remove(name);
            } else {
                done.add(name);
            }
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidMigration(String.join("\n\n", problems));
        }
    }

    private void fake(Records records, MigrationName name, Migration migration, boolean backwards) {
        if (backwards) {
            records.undone(name);
        } else {
            records.applied(name, Checksum.of(migration));
        }
        progress.recorded(name, backwards);
    }

    /** Takes an applied migration as it is now for what was applied: its checksum is recorded anew. */
    public void accept(MigrationName name) {
        var records = records();
        database.atomic(() -> {
            records.prepare();
            if (records.isApplied(name)) {
                records.accepted(name, Checksum.of(history().graph().get(name)));
            }
        });
    }

    /** The statements of a migration, in the words of a kind of database; nothing is run, and no database is needed. */
    public static List<String> sql(
            Dialect dialect, Map<MigrationName, Migration> migrations, MigrationName name, boolean backwards) {
        var whole = MigrationGraph.of(migrations);
        var graph = whole.contains(name) ? whole : MigrationGraph.unsquashed(migrations);
        var before = new LinkedHashSet<>(graph.upTo(List.of(name)));
        before.remove(name);
        var lines = new ArrayList<String>();
        var parts = new Translation(dialect, _ -> true).parts(name, graph.get(name), graph.state(before), backwards);
        for (var part : parts) {
            String words = part.operation().describe();
            lines.add("-- " + (backwards ? "undo: " : "") + words);
            if (part.units().isEmpty()) {
                lines.add("-- (nothing to do on " + dialect.name() + ")");
            }
            part.units().forEach(it -> lines.add(line(it)));
        }
        return lines;
    }

    private static String line(Unit unit) {
        return switch (unit) {
            case Unit.Change(var step) -> step.sql() + ";";
            case Unit.Statement(String sql) -> sql.strip() + (sql.strip().endsWith(";") ? "" : ";");
            case Unit.Look it -> "-- (refused if this finds a row: " + it.sql() + ")";
            case Unit.Java _ -> "-- (done in Java, not in SQL)";
        };
    }
}
