package nuages.project.migrate;

import java.util.List;
import nuages.data.connection.Work;
import nuages.data.error.DatabaseException;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.run.Migrator.How;
import nuages.data.migration.run.Progress;
import nuages.project.command.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies migrations before a server takes requests, within the current work. */
public final class AtStart {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.migrate");

    private AtStart() {}

    /** Applies those of these apps that are left to the default database. */
    public static void migrate(List<Part> parts) {
        var databases = Work.current().databases();
        var migrator = Apps.of(parts).migrator(databases, databases.main()).telling(new Logged());
        var plan = migrator.plan();
        if (!plan.isEmpty()) {
            migrator.run(plan, How.RUN);
        }
        migrator.problems().forEach(LOG::warn);
    }

    /** Says in the log which are left, if some are. */
    public static void remind(List<Part> parts) {
        try {
            var apps = Apps.of(parts);
            if (!apps.migrations().isEmpty()) {
                remind(apps);
            }
        } catch (InvalidMigration | DatabaseException wrong) {
            LOG.warn("which migrations have been applied cannot be told: {}", wrong.getMessage());
        }
    }

    private static void remind(Apps apps) {
        var databases = Work.current().databases();
        var left = apps.migrator(databases, databases.main()).unapplied();
        if (!left.isEmpty()) {
            LOG.warn(
                    "{} have not been applied to database {}: {}. Pages that need them will fail; run migrate",
                    left.size() == 1 ? "1 migration" : left.size() + " migrations",
                    databases.main().alias(),
                    left);
        }
    }

    private static final class Logged implements Progress {
        @Override
        public void waiting() {
            LOG.info("another process is migrating: waiting until it has finished");
        }

        @Override
        public void finished(MigrationName name, boolean backwards) {
            LOG.info("applied {}", name);
        }
    }
}
