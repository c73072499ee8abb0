package nuages.data.migration.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.history.MigrationGraph;

/**
 * What has been applied to a database, seen by the migrations that there are. Immutable.
 *
 * @param migrations all that there are, those that are replaced too
 * @param recorded what the database says, of other apps as well
 * @param graph those that count, for this database
 * @param applied those of them that have been applied, in the order of the graph
 */
record History(
        Map<MigrationName, Migration> migrations,
        List<MigrationName> recorded,
        MigrationGraph graph,
        SequencedSet<MigrationName> applied) {
    static History of(Map<MigrationName, Migration> migrations, List<MigrationName> recorded) {
        var graph = MigrationGraph.of(migrations, recorded);
        var known = new HashSet<>(recorded);
        var applied = new LinkedHashSet<MigrationName>();
        for (var name : graph.order()) {
            var replaced = graph.get(name).replaces();
            if (known.contains(name) || (!replaced.isEmpty() && known.containsAll(replaced))) {
                applied.add(name);
            }
        }
        return new History(migrations, recorded, graph, applied);
    }

    List<MigrationName> unapplied() {
        return graph.order().stream().filter(it -> !applied.contains(it)).toList();
    }

    /** Those that count as applied because all that they replace are, and are not recorded yet. */
    List<MigrationName> unrecorded() {
        return applied.stream().filter(it -> !recorded.contains(it)).toList();
    }

    /** What makes it impossible to know what to do. */
    List<String> problems(List<Records.Kept> checksums, List<MigrationName> brokenOff) {
        var problems = new ArrayList<String>();
        var apps = migrations.keySet().stream().map(MigrationName::app).collect(Collectors.toSet());
        var replaced = new HashSet<MigrationName>();
        migrations.values().forEach(it -> replaced.addAll(it.replaces()));
        missing(apps, replaced)
                .forEach(it -> problems.add("migration " + it + " has been applied, and there is no class "
                        + it.className()
                        + " of it: what it did cannot be known.\n"
                        + "bring back its file from version control; if it was removed on purpose, undo it first, or"
                        + " let it be forgotten: delete from django_migrations where app = '"
                        + it.app() + "' and name = '" + it.name() + "'"));
        for (var name : applied) {
            graph.parents(name).stream()
                    .filter(it -> !applied.contains(it))
                    .forEach(it -> problems.add("migration " + name + " has been applied before " + it
                            + ", on which it depends: the order is not the one that its file says.\nif the tables of "
                            + it
                            + " are there, record it with migrate --fake; else correct dependencies()."));
        }
        edited(checksums)
                .forEach(it ->
                        problems.add("migration " + it + " has been edited since it was applied: the tables are as it"
                                + " was then, and not as it says now.\n"
                                + "undo the edit, and write a new migration for what is to"
                                + " change; if the edit changes no table, accept it with"
                                + " migrate --fake."));
        brokenOff.stream()
                .filter(it -> !migrations.containsKey(it))
                .forEach(it -> problems.add("migration " + it + " was broken off halfway, and there is no class "
                        + it.className() + " of it any more.\nbring back its file, and migrate."));
        return problems;
    }

    private List<MigrationName> missing(Set<String> apps, Set<MigrationName> replaced) {
        return recorded.stream()
                .filter(it -> apps.contains(it.app()) && !migrations.containsKey(it) && !replaced.contains(it))
                .toList();
    }

    private List<MigrationName> edited(List<Records.Kept> checksums) {
        var kept = new HashMap<MigrationName, String>();
        checksums.forEach(it -> kept.put(it.migration(), it.checksum()));
        return applied.stream()
                .filter(kept::containsKey)
                .filter(it -> Checksum.differs(kept.getOrDefault(it, ""), Checksum.of(graph.get(it))))
                .toList();
    }
}
