package nuages.project.migrate;

import java.util.List;
import java.util.stream.Stream;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.error.DatabaseException;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.run.Migrator;
import nuages.data.migration.run.Migrator.How;
import nuages.data.migration.run.Progress;
import nuages.project.command.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies migrations before a server takes requests, within the current work. */
public final class AtStart {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.migrate");

    private AtStart() {}

    /** Applies those of these apps that are left, to each database into which models belong. */
    public static void migrate(List<Part> parts) {
        var apps = Apps.of(parts);
        apps.migrated().forEach(it -> {
            var migrator = apps.migrator(Work.current().databases(), it).telling(new Logged(it));
            run(migrator);
            migrator.problems().forEach(LOG::warn);
        });
    }

    /** Applies those that are left to a database that no other process knows of, in silence. */
    public static void migrate(List<Part> parts, Database database) {
        var apps = Apps.of(parts);
        if (!apps.migrations().isEmpty()) {
            run(apps.migrator(Work.current().databases(), database).alone());
        }
    }

    private static void run(Migrator migrator) {
        var plan = migrator.plan();
        if (!plan.isEmpty()) {
            migrator.run(plan, How.RUN);
        }
    }

    /** What to tell whoever starts the site: that some are left, or that it cannot be known. */
    public static List<String> reminders(List<Part> parts) {
        try {
            var apps = Apps.of(parts);
            return apps.migrations().isEmpty() ? List.of() : reminders(apps);
        } catch (InvalidMigration | DatabaseException wrong) {
            return List.of("which migrations have been applied cannot be told: " + wrong.getMessage());
        }
    }

    private static List<String> reminders(Apps apps) {
        return apps.migrated().stream().flatMap(it -> reminder(apps, it)).toList();
    }

    private static Stream<String> reminder(Apps apps, Database database) {
        var databases = Work.current().databases();
        var left = apps.migrator(databases, database).unapplied();
        boolean main = database.equals(databases.main());
        return left.isEmpty()
                ? Stream.of()
                : Stream.of((left.size() == 1 ? "1 migration has" : left.size() + " migrations have")
                        + " not been applied to database " + database.alias() + ": " + left
                        + ". Pages that need them will fail; run migrate"
                        + (main ? "" : " --database " + database.alias()));
    }

    private record Logged(Database database) implements Progress {
        @Override
        public void waiting() {
            LOG.info("another process is migrating: waiting until it has finished");
        }

        @Override
        public void finished(MigrationName name, boolean backwards) {
            LOG.info("applied {} to database {}", name, database.alias());
        }
    }
}
