package nuages.project.migrate;

import java.util.List;
import nuages.data.connection.Work;
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
