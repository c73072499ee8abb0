package nuages.data.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Names;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables of models as they were at some point in their history, as {@link nuages.data.model.Tables} has those of
 * today's. For use by one thread.
 */
public final class StateTables {
    private final Names names;
    private final ProjectState state;
    private final Map<String, List<Table>> known = new HashMap<>();

    /** Those of a state, with names as long as a kind of database lets them be. */
    public StateTables(Names names, ProjectState state) {
        this.names = names;
        this.state = state;
    }

    /** The tables of a model: its own, and those between it and others; none if it is somebody else's. */
    public List<Table> of(String label) {
        var done = known.get(label);
        if (done == null) {
            done = state.find(label).filter(ModelState::managed).map(this::make).orElse(List.of());
            known.put(label, done);
        }
        return done;
    }

    /** All tables. */
    public List<Table> all() {
        return state.models().stream().flatMap(it -> of(it.label()).stream()).toList();
    }

    private List<Table> make(ModelState model) {
        var tables = new ArrayList<Table>();
        tables.add(table(model));
        model.links().forEach(it -> tables.add(between(model, it)));
        return tables;
    }

    private Table table(ModelState model) {
        try {
            return new Table(
                    model.table(),
                    model.columns().stream().map(this::column).toList(),
                    model.key().stream().map(it -> it.column().name()).toList(),
                    foreignKeys(model),
                    indexes(model),
                    model.constraints().stream()
                            .map(it -> DerivedNames.fit(names, model.table(), it))
                            .toList(),
                    model.comment());
        } catch (IllegalArgumentException e) {
            throw new InvalidMigration("model " + model + " cannot have a table: " + e.getMessage(), e);
        }
    }

    private List<ForeignKey> foreignKeys(ModelState model) {
        var keys = new ArrayList<ForeignKey>();
        for (var field : model.columns()) {
            var reference = field.reference();
            if (reference != null && reference.checked()) {
                keys.add(foreignKey(model.table(), field.column().name(), reference.model())
                        .onDelete(reference.onDelete())
                        .indexed(reference.indexed()));
            }
        }
        return keys;
    }

    private List<Index> indexes(ModelState model) {
        var all = new ArrayList<Index>();
        for (var field : model.columns()) {
            if (field.indexed()) {
                String column = field.column().name();
                all.add(Index.of(names.index(model.table(), column), column));
            }
        }
        all.addAll(model.indexes());
        return all;
    }

    private Table between(ModelState from, Link link) {
        String table = link.table(from);
        var pair = link.columns(from);
        var columns = List.of(
                Column.id(),
                Column.of(pair.getFirst(), keyColumn(from.label(), null).type()),
                Column.of(pair.getLast(), keyColumn(link.target(), null).type()));
        return Table.of(table, columns, "id")
                .withForeignKeys(List.of(
                        foreignKey(table, pair.getFirst(), from.label()),
                        foreignKey(table, pair.getLast(), link.target())))
                .withConstraints(List.of(Unique.of(names.unique(table, pair), pair.getFirst(), pair.getLast())));
    }

    private ForeignKey foreignKey(String table, String column, String to) {
        var target = state.get(to);
        String key = key(target).column().name();
        return ForeignKey.of(names.foreignKey(table, column, target.table(), key), column, target.table(), key);
    }

    private static WithColumn key(ModelState model) {
        var key = model.key();
        if (key.size() != 1) {
            throw new InvalidMigration("model " + model + " is referred to, and its key is of " + key.size()
                    + " fields, where it must be of one: remove the references first, or let it keep its key.");
        }
        return key.getFirst();
    }

    /** The type of a field's column, which for a reference is the type of the other model's key. */
    public static ColumnType type(WithColumn field, ProjectState state) {
        return new StateTables(Names.POSTGRESQL, state).column(field).type();
    }

    private Column column(WithColumn field) {
        var reference = field.reference();
        return reference == null
                ? field.column()
                : field.column().typed(keyColumn(reference.model(), null).type());
    }

    /** The key of a model, whose type is another one's if it is a reference itself. */
    private Column keyColumn(String label, @Nullable Set<String> passed) {
        var key = key(state.get(label));
        var reference = key.reference();
        if (reference == null) {
            return key.column();
        }
        var way = passed == null ? new HashSet<String>() : passed;
        if (!way.add(label)) {
            throw new InvalidMigration("the keys of models " + way
                    + " refer to each other in a circle, so that none of them has a type: let one have a key"
                    + " of its own.");
        }
        return key.column().typed(keyColumn(reference.model(), way).type());
    }
}
