package nuages.data.migration.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ProjectState;

/** Migrations in the order in which they depend on each other. Immutable; threads share it. */
public final class MigrationGraph {
    private final SequencedMap<MigrationName, Migration> nodes;
    private final Map<MigrationName, SequencedSet<MigrationName>> parents;
    private final SequencedSet<MigrationName> order;

    private MigrationGraph(
            SequencedMap<MigrationName, Migration> nodes,
            Map<MigrationName, SequencedSet<MigrationName>> parents,
            SequencedSet<MigrationName> order) {
        this.nodes = nodes;
        this.parents = parents;
        this.order = order;
    }

    /** All of these, as if none had been applied: what has been squashed stands for what it replaces. */
    public static MigrationGraph of(Map<MigrationName, Migration> migrations) {
        return of(migrations, Set.of());
    }

    /**
     * All of these. One that replaces others stands for them, unless only some of those have been applied.
     *
     * @throws InvalidMigration if one depends on what is not there, or on itself, be it by way of others
     */
    public static MigrationGraph of(Map<MigrationName, Migration> migrations, Collection<MigrationName> applied) {
        return of(migrations, Squashes.of(migrations, Set.copyOf(applied)));
    }

    /** All of these, where what has been squashed stands for nothing, as long as the files are there that it replaces. */
    public static MigrationGraph unsquashed(Map<MigrationName, Migration> migrations) {
        return of(migrations, Squashes.none(migrations));
    }

    private static MigrationGraph of(Map<MigrationName, Migration> migrations, Squashes squashes) {
        var nodes = new LinkedHashMap<MigrationName, Migration>();
        new TreeMap<>(migrations).forEach((name, migration) -> {
            if (squashes.current(name)) {
                nodes.put(name, migration);
            }
        });
        var parents = new LinkedHashMap<MigrationName, SequencedSet<MigrationName>>();
        nodes.forEach((name, migration) -> parents.put(name, parents(name, migration, squashes, nodes)));
        return new MigrationGraph(nodes, parents, Ordering.of(parents));
    }

    private static SequencedSet<MigrationName> parents(
            MigrationName name, Migration migration, Squashes squashes, Map<MigrationName, Migration> nodes) {
        var found = new LinkedHashSet<MigrationName>();
        for (var wanted : migration.dependencies()) {
            var parent = squashes.standingFor(wanted);
            if (!nodes.containsKey(parent)) {
                throw new InvalidMigration("migration " + name + " depends on " + wanted + ", and there is no such "
                        + "migration: there are " + ofApp(nodes.keySet(), wanted.app())
                        + ".\ncorrect its dependencies(), add the app to the project, or bring back the file.");
            }
            if (!parent.equals(name) || wanted.equals(name)) { // one that replaces others may depend on one of them
                found.add(parent);
            }
        }
        return found;
    }

    private static List<MigrationName> ofApp(Collection<MigrationName> all, String app) {
        return all.stream().filter(it -> it.app().equals(app)).toList();
    }

    /** All of them, each after those that it depends on. */
    public SequencedSet<MigrationName> order() {
        return order;
    }

    /** Those of an app, each after those that it depends on. */
    public List<MigrationName> ofApp(String app) {
        return ofApp(order, app);
    }

    /** The migration of that name. */
    public Migration get(MigrationName name) {
        var found = nodes.get(name);
        if (found == null) {
            throw new InvalidMigration("there is no migration " + name + ": app " + name.app() + " has "
                    + ofApp(name.app()).stream().map(MigrationName::name).toList() + ".");
        }
        return found;
    }

    /** Whether there is one of that name. */
    public boolean contains(MigrationName name) {
        return nodes.containsKey(name);
    }

    /** What a migration depends on by itself. */
    public SequencedSet<MigrationName> parents(MigrationName name) {
        get(name);
        return parents.getOrDefault(name, new LinkedHashSet<>());
    }

    /** Those of an app that no other one of that app depends on: one, unless two people have each written the next. */
    public List<MigrationName> leaves(String app) {
        var own = new LinkedHashSet<>(ofApp(app));
        ofApp(app)
                .forEach(it -> parents(it).stream()
                        .filter(parent -> parent.app().equals(app))
                        .forEach(own::remove));
        return List.copyOf(own);
    }

    /** The last one of an app, if it has any. */
    public Optional<MigrationName> leaf(String app) {
        var leaves = leaves(app);
        if (leaves.size() > 1) {
            throw new InvalidMigration("app " + app + " has " + leaves.size() + " migrations that nothing follows: "
                    + leaves.stream().map(MigrationName::name).toList()
                    + ". They were written side by side, and it is not said which comes last.\n"
                    + "run makemigrations --merge, or let one depend on the other.");
        }
        return leaves.stream().findFirst();
    }

    /** The one of an app whose name is this, or begins so and no other does. */
    public MigrationName find(String app, String start) {
        var whole = ofApp(app).stream().filter(it -> it.name().equals(start)).toList();
        var found = whole.isEmpty()
                ? ofApp(app).stream().filter(it -> it.name().startsWith(start)).toList()
                : whole;
        if (found.size() != 1) {
            throw new InvalidMigration((found.isEmpty() ? "no migration" : found.size() + " migrations") + " of app "
                    + app + " begin" + (found.isEmpty() ? "s" : "") + " with \"" + start + "\": it has "
                    + ofApp(app).stream().map(MigrationName::name).toList() + ". Give more of its name.");
        }
        return found.getFirst();
    }

    /** These and all that they depend on, each after those that it depends on. */
    public List<MigrationName> upTo(Collection<MigrationName> targets) {
        var wanted = new TreeSet<MigrationName>();
        var left = new ArrayList<>(targets);
        while (!left.isEmpty()) {
            var next = left.removeLast();
            if (wanted.add(next)) {
                left.addAll(parents(next));
            }
        }
        return order.stream().filter(wanted::contains).toList();
    }

    /** These and all that depend on them, each before those that it depends on: the order in which they are undone. */
    public List<MigrationName> from(Collection<MigrationName> targets) {
        var wanted = new LinkedHashSet<>(targets);
        for (var name : order) {
            if (parents(name).stream().anyMatch(wanted::contains)) {
                wanted.add(name);
            }
        }
        return order.reversed().stream().filter(wanted::contains).toList();
    }

    /** The models after all of them. */
    public ProjectState state() {
        return state(order);
    }

    /** The models after these, which are applied in the order of the graph. */
    public ProjectState state(Collection<MigrationName> applied) {
        var these = new LinkedHashSet<>(applied);
        var state = ProjectState.EMPTY;
        for (var name : order) {
            if (these.contains(name)) {
                state = after(name, state);
            }
        }
        return state;
    }

    /** The models after one more. */
    public ProjectState after(MigrationName name, ProjectState before) {
        var state = before;
        for (var operation : get(name).operations()) {
            try {
                state = operation.apply(name.app(), state);
            } catch (InvalidMigration e) {
                throw new InvalidMigration(
                        "migration " + name + " cannot be done, at \"" + operation.describe() + "\": " + e.getMessage(),
                        e);
            }
        }
        return state;
    }
}
