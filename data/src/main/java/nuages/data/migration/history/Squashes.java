package nuages.data.migration.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;

/**
 * Which migrations stand for others: one that replaces others does, if all or none of those have been applied; where only
 * some have, they go on to stand for themselves. Immutable.
 *
 * @param standing those that stand for others, by the others
 * @param unused those that stand for nothing, with the last of those they would replace
 */
record Squashes(Map<MigrationName, MigrationName> standing, Map<MigrationName, MigrationName> unused) {
    static Squashes of(Map<MigrationName, Migration> migrations, Set<MigrationName> applied) {
        var standing = new HashMap<MigrationName, MigrationName>();
        var unused = new HashMap<MigrationName, MigrationName>();
        migrations.forEach((name, migration) -> {
            var replaced = migration.replaces();
            long done = replaced.stream().filter(applied::contains).count();
            if (replaced.isEmpty()) {
                return;
            }
            if (done == 0 || done == replaced.size() || applied.contains(name)) {
                replaced.forEach(it -> standing.put(it, name));
            } else {
                replaced.stream()
                        .filter(it -> !migrations.containsKey(it))
                        .findFirst()
                        .ifPresent(it -> {
                            throw partly(name, it, done, replaced.size());
                        });
                unused.put(name, replaced.getLast());
            }
        });
        return new Squashes(Map.copyOf(standing), Map.copyOf(unused));
    }

    /** None stands for others, unless these are no more. */
    static Squashes none(Map<MigrationName, Migration> migrations) {
        var standing = new HashMap<MigrationName, MigrationName>();
        var unused = new HashMap<MigrationName, MigrationName>();
        migrations.forEach((name, migration) -> {
            var replaced = migration.replaces();
            if (!replaced.isEmpty() && migrations.keySet().containsAll(replaced)) {
                unused.put(name, replaced.getLast());
            } else {
                replaced.forEach(it -> standing.put(it, name));
            }
        });
        return new Squashes(Map.copyOf(standing), Map.copyOf(unused));
    }

    private static InvalidMigration partly(MigrationName name, MigrationName missing, long done, int all) {
        return new InvalidMigration("migration " + name + " replaces " + all + " others, of which " + done
                + " have been applied to this database, and the file of " + missing + " is gone: the rest cannot be "
                + "applied.\nbring those files back, migrate, then remove them.");
    }

    /** Whether a migration is one of those that are applied. */
    boolean current(MigrationName name) {
        return !standing.containsKey(name) && !unused.containsKey(name);
    }

    /** The one that stands for that one now. */
    MigrationName standingFor(MigrationName name) {
        var seen = new HashSet<MigrationName>();
        var current = name;
        while (seen.add(current) && !current(current)) {
            var next = standing.get(current);
            current = next == null ? unused.getOrDefault(current, current) : next;
        }
        return current;
    }
}
