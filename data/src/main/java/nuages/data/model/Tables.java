package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.Dialect;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Names;
import nuages.data.schema.Table;

/** The tables of models, as a kind of database has them. The names are those that Django gives. */
public final class Tables {
    private final Names names;

    private Tables(Names names) {
        this.names = names;
    }

    /** The tables of these models, in their order; those that belong to somebody else are left out. */
    @SafeVarargs
    public static List<Table> of(Dialect dialect, Class<? extends KeyedModel<?>>... models) {
        var types = new ArrayList<ModelType<?>>();
        for (var model : models) {
            types.add(ModelType.of(model));
        }
        return of(dialect, types);
    }

    /** The tables of these models, in their order; those that belong to somebody else are left out. */
    public static List<Table> of(Dialect dialect, List<? extends ModelType<?>> models) {
        var tables = new Tables(SchemaWriter.of(dialect).names());
        return models.stream()
                .filter(it -> it.details().managed())
                .flatMap(it -> Stream.concat(Stream.of(tables.table(it)), tables.between(it)))
                .toList();
    }

    private Table table(ModelType<?> type) {
        var properties = type.properties();
        return new Table(
                type.table(),
                properties.stream().map(Tables::column).toList(),
                properties.stream()
                        .filter(Property::key)
                        .map(it -> it.column().name())
                        .toList(),
                foreignKeys(type),
                indexes(type),
                type.details().constraints().stream()
                        .map(it -> constraint(type.table(), it))
                        .toList(),
                type.details().comment());
    }

    /** The tables between a model and others, unless they have models of their own. */
    private Stream<Table> between(ModelType<?> type) {
        return type.details().links().stream()
                .filter(it -> it.through() == null)
                .map(it -> between(type, it, ModelType.of(it.target())));
    }

    private Table between(ModelType<?> from, ManyToManyField.Link link, ModelType<?> to) {
        var table = link.table();
        var columns = List.of(
                Column.id(),
                Column.of(link.fromColumn(), column(from.keyProperty()).type()),
                Column.of(link.toColumn(), column(to.keyProperty()).type()));
        var pair = List.of(link.fromColumn(), link.toColumn());
        return Table.of(table, columns, "id")
                .withForeignKeys(
                        List.of(foreignKey(table, link.fromColumn(), from), foreignKey(table, link.toColumn(), to)))
                .withConstraints(List.of(Unique.of(names.unique(table, pair), link.fromColumn(), link.toColumn())));
    }

    private ForeignKey foreignKey(String table, String column, ModelType<?> to) {
        var key = to.keyProperty().column().name();
        return ForeignKey.of(names.foreignKey(table, column, to.table(), key), column, to.table(), key);
    }

    /** A reference has the type of the key it refers to, which may be a reference itself. */
    private static Column column(Property property) {
        var reference = property.reference();
        if (reference == null) {
            return property.column();
        }
        var target = reference.type();
        return property.column().typed(column(target.keyProperty()).type());
    }

    private List<ForeignKey> foreignKeys(ModelType<?> type) {
        var keys = new ArrayList<ForeignKey>();
        for (var property : type.properties()) {
            var reference = property.reference();
            if (reference != null && reference.constraint()) {
                keys.add(foreignKey(type.table(), property.column().name(), reference.type())
                        .onDelete(reference.action())
                        .indexed(reference.single() || property.indexed()));
            }
        }
        return keys;
    }

    /** Those of references that the database checks come with them. */
    private List<Index> indexes(ModelType<?> type) {
        var own = type.properties().stream()
                .filter(it -> it.indexed() && !checked(it))
                .map(it -> it.column().name())
                .map(it -> Index.of(names.index(type.table(), it), it));
        return Stream.concat(own, type.details().indexes().stream()).toList();
    }

    private static boolean checked(Property property) {
        var reference = property.reference();
        return reference != null && reference.constraint();
    }

    private Constraint constraint(String table, Constraint constraint) {
        if (!(constraint instanceof Unique unique) || !unique.name().equals(TableDetails.UNNAMED)) {
            return constraint;
        }
        var columns = unique.parts().stream().map(Index.Part::text).toList();
        return new Unique(
                names.unique(table, columns),
                unique.parts(),
                unique.condition(),
                unique.include(),
                unique.deferral(),
                unique.nullsDistinct());
    }
}
