package nuages.data.migration.run;

import java.util.List;
import nuages.data.migration.MigrationName;

/**
 * What is to be done, in this order. Immutable.
 *
 * @param names the migrations
 * @param backwards whether they are to be undone
 */
public record Plan(List<MigrationName> names, boolean backwards) {
    /** Copies the list. */
    public Plan {
        names = List.copyOf(names);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
