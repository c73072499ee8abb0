package nuages.data.migration.run;

import java.util.List;
import nuages.data.connection.Database;
import nuages.data.ddl.StepFailed;
import nuages.data.ddl.StepRunner;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Sqlite;
import nuages.data.error.DatabaseException;
import nuages.data.error.NuagesException;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ProjectState;

/** Applies a migration to a database, or undoes it, and records that with it. For use by one thread. */
final class Execution {
    private final Database database;
    private final Records records;
    private final Translation translation;
    private final Progress progress;
    private final StepRunner runner;

    Execution(Database database, Records records, Translation translation, Progress progress) {
        this.database = database;
        this.records = records;
        this.translation = translation;
        this.progress = progress;
        this.runner = StepRunner.of(database);
    }

    /** One migration, and what it is made of here. */
    private record Task(MigrationName name, Migration migration, List<Unit> units, boolean backwards) {
        String checksum() {
            return Checksum.of(migration);
        }
    }

    /**
     * Applies or undoes one.
     *
     * @param before the models before it
     */
    void run(MigrationName name, Migration migration, ProjectState before, boolean backwards) {
        var units = translation.units(name, migration, before, backwards);
        var task = new Task(name, migration, units, backwards);
        progress.began(name, backwards);
        if (inOneTransaction(migration)) {
            runWhole(task);
        } else {
            runOneByOne(task);
        }
        progress.finished(name, backwards);
    }

    private boolean inOneTransaction(Migration migration) {
        return runner.transactional() && (migration.atomic() || database.dialect() instanceof Sqlite);
    }

    /** Another process may have done it since it was planned: on SQLite it is this transaction that locks others out. */
    private void runWhole(Task task) {
        var failures = new Failures(database, task.name, task.backwards);
        try {
            runner.within(() -> {
                if (records.isApplied(task.name) != task.backwards) {
                    return false;
                }
                for (int i = 0; i < task.units.size(); i++) {
                    runWithin(task, i, failures);
                }
                record(task);
                return true;
            });
        } catch (NuagesException e) {
            if (e instanceof MigrationFailed) {
                throw e;
            }
            if (!committed(task)) {
                throw failures.atEnd(e);
            }
        }
    }

    /** It may be that only the answer to the commit was lost. */
    private boolean committed(Task task) {
        try {
            return records.isApplied(task.name) != task.backwards;
        } catch (DatabaseException _) {
            return false;
        }
    }

    private void runWithin(Task task, int number, Failures failures) {
        try {
            run(task, number, false);
        } catch (Exception e) {
            throw failures.undone(task.units.get(number), number, task.units.size(), cause(e));
        }
    }

    /** Where a change of tables cannot be undone, or is not to be: it is recorded how far it came. */
    private void runOneByOne(Task task) {
        if (records.isApplied(task.name) != task.backwards) {
            return;
        }
        var failures = new Failures(database, task.name, task.backwards);
        var halfway = records.halfway(task.name);
        halfway.ifPresent(it -> failures.checkSame(it, task.checksum()));
        int from = halfway.map(Records.Halfway::done).orElse(0);
        if (from > task.units.size()) {
            throw failures.longer(from, task.units.size());
        }
        records.reached(task.name, task.checksum(), from, task.backwards);
        for (int i = from; i < task.units.size(); i++) {
            boolean again = halfway.isPresent() && i == from;
            try {
                runAndRecord(task, i, again);
            } catch (Exception e) {
                throw failures.kept(task.units.get(i), i, task.units.size(), again, cause(e));
            }
        }
        record(task);
    }

    private void runAndRecord(Task task, int number, boolean again) throws Exception {
        var unit = task.units.get(number);
        boolean together =
                !(unit instanceof Unit.Change) && (database.dialect() instanceof MariaDb || unit instanceof Unit.Java);
        if (together) {
            database.atomic(() -> {
                run(task, number, again);
                records.reached(task.name, task.checksum(), number + 1, task.backwards);
            });
        } else {
            run(task, number, again);
            records.reached(task.name, task.checksum(), number + 1, task.backwards);
        }
    }

    private void run(Task task, int number, boolean again) throws Exception {
        var unit = task.units.get(number);
        progress.step(task.name, unit.description(), number + 1, task.units.size());
        switch (unit) {
            case Unit.Change(var step) when again -> runner.resume(List.of(step), 0, _ -> {});
            case Unit.Change(var step) -> runner.run(List.of(step));
            case Unit.Look it -> look(it);
            case Unit.Statement(String sql) ->
                database.sql(database.dialect().withoutParameters(sql)).changed(_ -> true);
            case Unit.Java(var step, var models) -> step.run(database, models);
        }
    }

    private void look(Unit.Look look) {
        if (!database.sql(look.sql()).list(Long.class).isEmpty()) {
            throw look.found();
        }
    }

    private void record(Task task) {
        if (task.backwards) {
            records.undone(task.name);
            task.migration.replaces().forEach(records::undone);
        } else {
            task.migration.replaces().stream()
                    .filter(it -> !records.isApplied(it))
                    .forEach(it -> records.applied(it, ""));
            records.applied(task.name, task.checksum());
        }
    }

    private static Throwable cause(Exception e) {
        return e instanceof StepFailed && e.getCause() != null ? e.getCause() : e;
    }
}
