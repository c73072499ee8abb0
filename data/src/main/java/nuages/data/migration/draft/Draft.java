package nuages.data.migration.draft;

import java.util.List;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;

/** A migration that has no file yet; {@link SourceWriter} writes it. Immutable; threads share it. */
public record Draft(
        MigrationName name,
        List<MigrationName> dependencies,
        List<MigrationName> replaces,
        List<Operation> operations,
        boolean atomic)
        implements Migration {
    /** Copies the lists. */
    public Draft {
        dependencies = List.copyOf(dependencies);
        replaces = List.copyOf(replaces);
        operations = List.copyOf(operations);
    }

    /** A migration that replaces none. */
    public static Draft of(MigrationName name, List<MigrationName> dependencies, List<Operation> operations) {
        return new Draft(name, dependencies, List.of(), operations, true);
    }

    /** The same under another name in its app: a number is put before it. */
    public Draft named(String words) {
        String number = name.name().substring(0, name.name().indexOf('_'));
        return new Draft(
                new MigrationName(name.app(), number + "_" + words), dependencies, replaces, operations, atomic);
    }

    /** The same, in which a dependency has another name. */
    Draft depending(MigrationName on, MigrationName instead) {
        var others =
                dependencies.stream().map(it -> it.equals(on) ? instead : it).toList();
        return new Draft(name, others, replaces, operations, atomic);
    }
}
