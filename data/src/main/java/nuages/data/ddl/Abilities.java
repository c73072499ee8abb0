package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;

/**
 * What a kind of database can keep of a schema. As in Django, an index that cannot be had is made without what is missing
 * or not at all, for it only makes queries faster; a constraint that cannot be had is an error, for data would be wrong.
 *
 * @param methods how indexes may be kept; empty if the database knows
 * @param texts whether a column of unlimited text can be indexed
 * @param keyIndexes whether foreign keys make their indexes themselves; if not, these are among those of the table
 */
record Abilities(
        String database,
        boolean partial,
        boolean expressions,
        boolean include,
        boolean operators,
        boolean deferral,
        boolean foreignKeyDeferral,
        boolean equalNulls,
        boolean setDefault,
        boolean comments,
        boolean texts,
        boolean keyIndexes,
        Set<String> methods) {
    static final Abilities POSTGRESQL =
            new Abilities("PostgreSQL", true, true, true, true, true, true, true, true, true, true, false, Set.of());
    static final Abilities SQLITE = new Abilities(
            "SQLite", true, true, false, false, false, true, false, true, false, true, false, Set.of(Index.BTREE));
    static final Abilities MARIADB = new Abilities(
            "MariaDB",
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            Set.of(Index.BTREE, "fulltext", "spatial"));

    /** The table, without what may be left out. */
    Table fit(Table table) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(it -> comments ? it : it.withComment(null))
                        .toList(),
                table.primaryKey(),
                table.foreignKeys().stream().map(it -> fit(table, it)).toList(),
                table.indexes().stream().flatMap(it -> fit(table, it).stream()).toList(),
                table.constraints().stream().map(it -> fit(table, it)).toList(),
                comments ? table.comment() : null);
    }

    ForeignKey fit(Table table, ForeignKey key) {
        if (key.onDelete() == Action.SET_DEFAULT && !setDefault) {
            throw refused(table, "foreign key", key.name(), "sets columns to their default", "Choose another action");
        }
        return key.deferrable(key.deferrable() && foreignKeyDeferral).indexed(keyIndexes);
    }

    Optional<Index> fit(Table table, Index index) {
        String method = index.method().equals("hash") && !methods.isEmpty() ? Index.BTREE : index.method();
        if (!methods.isEmpty() && !methods.contains(method)) {
            throw refused(table, "index", index.name(), "is kept as " + index.method(), "Choose " + methods);
        }
        boolean impossible = !expressions && index.parts().stream().anyMatch(Part::expression);
        if (impossible || (!texts && method.equals(Index.BTREE) && ofText(table, index))) {
            return Optional.empty();
        }
        return Optional.of(new Index(
                index.name(),
                fit(index.parts()),
                method,
                partial ? index.condition() : null,
                include ? index.include() : List.of()));
    }

    Constraint fit(Table table, Constraint constraint) {
        return switch (constraint) {
            case Check check -> check;
            case Unique unique -> fit(table, unique);
        };
    }

    private Unique fit(Table table, Unique unique) {
        if (unique.condition() != null && !partial) {
            throw refused(table, "constraint", unique.name(), "is about some rows only", "Drop its condition");
        }
        if (unique.parts().stream().anyMatch(Part::expression) && !expressions) {
            throw refused(table, "constraint", unique.name(), "is of an expression", "Make that a generated column");
        }
        if (unique.deferral() != Deferral.NONE && !deferral) {
            throw refused(table, "constraint", unique.name(), "can be deferred", "Let it be checked at once");
        }
        if (!unique.nullsDistinct() && !equalNulls) {
            throw refused(table, "constraint", unique.name(), "lets nulls be equal", "Let its columns be not null");
        }
        return new Unique(
                unique.name(),
                fit(unique.parts()),
                unique.condition(),
                include ? unique.include() : List.of(),
                unique.deferral(),
                unique.nullsDistinct());
    }

    private List<Part> fit(List<Part> parts) {
        return operators ? parts : parts.stream().map(it -> it.by(null)).toList();
    }

    /** Whether it is of text without a limit, for which a length would have to be made up. */
    private boolean ofText(Table table, Index index) {
        return index.parts().stream()
                .flatMap(it -> table.column(it.text()).stream())
                .anyMatch(it -> Types.unlimited(it.type()));
    }

    private UnsupportedSchema refused(Table table, String what, String name, String does, String advice) {
        return new UnsupportedSchema("table \"" + table.name() + "\": " + what + " \"" + name + "\" " + does
                + ", which " + database + " cannot do. " + advice + ", or use a database that can");
    }

    /** The indexes, with those of them that are not there yet. */
    static List<Index> joined(List<Index> indexes, List<Index> more) {
        var all = new ArrayList<>(indexes);
        for (var index : more) {
            if (all.stream().noneMatch(it -> it.name().equals(index.name()))) {
                all.add(index);
            }
        }
        return all;
    }
}
