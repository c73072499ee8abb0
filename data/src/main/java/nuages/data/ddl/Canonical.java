package nuages.data.ddl;

import java.util.List;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** One of several ways to say the same, which is the one that introspection chooses: no parentheses around all of it. */
final class Canonical {
    private Canonical() {}

    /** A key is not null, and need not be called unique; an empty comment is none, and so is null as a default. */
    static Column of(Table table, Column column) {
        boolean key = table.primaryKey().contains(column.name());
        boolean whole = table.primaryKey().equals(List.of(column.name()));
        String value = sql(column.defaultSql());
        var generated = column.generated();
        return new Column(
                column.name(),
                column.type(),
                column.nullable() && !key,
                column.identity(),
                column.unique() && !whole,
                "null".equalsIgnoreCase(value) ? null : value,
                generated == null ? null : new GeneratedAs(SqlText.unwrapped(generated.sql()), generated.stored()),
                Draft.orNull(column.comment()),
                column.collation());
    }

    static Index of(Index index) {
        return new Index(index.name(), parts(index.parts()), index.method(), sql(index.condition()), index.include());
    }

    static Constraint of(Constraint constraint) {
        return switch (constraint) {
            case Check check -> new Check(check.name(), SqlText.unwrapped(check.sql()));
            case Unique unique ->
                new Unique(
                        unique.name(),
                        parts(unique.parts()),
                        sql(unique.condition()),
                        unique.include(),
                        unique.deferral(),
                        unique.nullsDistinct());
        };
    }

    private static List<Part> parts(List<Part> parts) {
        return parts.stream()
                .map(it -> it.expression()
                        ? new Part(SqlText.unwrapped(it.text()), true, it.descending(), it.operators())
                        : it)
                .toList();
    }

    private static @Nullable String sql(@Nullable String sql) {
        return sql == null ? null : SqlText.unwrapped(sql);
    }
}
