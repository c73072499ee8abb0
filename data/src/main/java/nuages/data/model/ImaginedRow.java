package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.data.connection.Database;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.error.DatabaseException;
import nuages.data.row.ValueKind;
import nuages.data.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * An object as the only row of a table that has its columns, so that a database can judge it before it is saved.
 * Immutable; for use by one thread.
 *
 * @param sql the row as a query
 * @param values its parameters
 */
record ImaginedRow(Database on, String sql, List<@Nullable Object> values) {
    private static final Set<ValueKind> PLAIN =
            EnumSet.of(ValueKind.PLAIN, ValueKind.TEXT, ValueKind.WHOLE, ValueKind.DECIMAL);

    /**
     * The row of those fields that are named in pieces of SQL. Its values take the types of the table's columns from a
     * query of it that finds nothing.
     *
     * @return empty if the SQL is about none of its fields, or about some whose values are not known yet
     */
    static <M extends KeyedModel<?>> Optional<ImaginedRow> of(
            ModelType<M> type, M model, Database on, Collection<String> about) {
        var properties = mentioned(type, about);
        boolean known =
                properties.stream().allMatch(it -> PLAIN.contains(it.codec().kind()) && !it.generated() && !it.key());
        if (properties.isEmpty() || !known) {
            return Optional.empty();
        }
        var quote = SchemaWriter.of(on.dialect());
        var columns =
                properties.stream().map(it -> quote.quote(it.column().name())).collect(Collectors.joining(", "));
        var places = properties.stream().map(ImaginedRow::place).collect(Collectors.joining(", "));
        var sql =
                "select " + columns + " from " + quote.quote(type.table()) + " where 1 = 0 union all select " + places;
        var values = new ArrayList<@Nullable Object>();
        for (var property : properties) {
            values.add(Fitting.encoded(type, model, type.place(property.name()), on));
        }
        return Optional.of(new ImaginedRow(on, sql, values));
    }

    private static List<Property> mentioned(ModelType<?> type, Collection<String> about) {
        var names = new LinkedHashSet<String>();
        about.forEach(it -> names.addAll(Blame.mentioned(type, it)));
        return names.stream().map(it -> type.properties().get(type.place(it))).toList();
    }

    private static String place(Property property) {
        return property.column().type() instanceof ColumnType.Decimal ? "cast(? as decimal(65, 30))" : "?";
    }

    /** Whether a count is more than 0. What the database cannot judge in advance it will judge when the row is saved. */
    boolean counts(String count, List<? extends @Nullable Object> parameters, boolean inDoubt) {
        try {
            return on.atomic(
                    () -> on.sql(count, Effect.READ, parameters.toArray()).one(Long.class) > 0);
        } catch (DatabaseException e) {
            if (e.retryable()) {
                throw e;
            }
            return inDoubt;
        }
    }
}
