package nuages.data.migration.run;

import nuages.data.error.NuagesException;
import nuages.data.migration.MigrationName;
import org.jspecify.annotations.Nullable;

/** A migration could not be applied, or not be undone. */
public final class MigrationFailed extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient MigrationName migration;

    MigrationFailed(MigrationName migration, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.migration = migration;
    }

    /** The migration that failed. */
    public MigrationName migration() {
        return migration;
    }
}
