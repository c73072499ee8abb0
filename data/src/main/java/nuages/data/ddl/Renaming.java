package nuages.data.ddl;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table with other names in it.
 *
 * @param columns its columns' new names by their old ones; those that are missing stay
 * @param quote how names are quoted
 */
record Renaming(Map<String, String> columns, UnaryOperator<String> quote) {
    String name(String old) {
        return columns.getOrDefault(old, old);
    }

    private List<String> names(List<String> old) {
        return old.stream().map(this::name).toList();
    }

    @Nullable
    String sql(@Nullable String old) {
        return old == null || columns.isEmpty() ? old : SqlNames.renamed(old, columns, quote);
    }

    /** All of it, under another name; foreign keys lead where they led. */
    Table table(Table old, String name) {
        return new Table(
                name,
                old.columns().stream().map(it -> named(it, name(it.name()))).toList(),
                names(old.primaryKey()),
                old.foreignKeys().stream().map(this::key).toList(),
                old.indexes().stream().map(this::index).toList(),
                old.constraints().stream().map(this::constraint).toList(),
                old.comment());
    }

    /** Only what is written in SQL. */
    Table texts(Table table) {
        return new Table(
                table.name(),
                table.columns().stream().map(it -> named(it, it.name())).toList(),
                table.primaryKey(),
                table.foreignKeys(),
                table.indexes().stream()
                        .map(it -> new Index(
                                it.name(), expressions(it.parts()), it.method(), sql(it.condition()), it.include()))
                        .toList(),
                table.constraints().stream().map(this::text).toList(),
                table.comment());
    }

    /** A column under another name, and nothing else. */
    static Column called(Column it, String name) {
        return new Renaming(Map.of(), UnaryOperator.identity()).named(it, name);
    }

    private Column named(Column it, String name) {
        var generated = it.generated();
        return new Column(
                name,
                it.type(),
                it.nullable(),
                it.identity(),
                it.unique(),
                it.defaultSql(),
                generated == null ? null : new GeneratedAs(text(generated.sql()), generated.stored()),
                it.comment(),
                it.collation());
    }

    private String text(String sql) {
        return columns.isEmpty() ? sql : SqlNames.renamed(sql, columns, quote);
    }

    private ForeignKey key(ForeignKey it) {
        return it.ofColumns(names(it.columns()));
    }

    private Index index(Index it) {
        return new Index(it.name(), parts(it.parts()), it.method(), sql(it.condition()), names(it.include()));
    }

    private Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case Check it -> text(it);
            case Unique it ->
                new Unique(
                        it.name(),
                        parts(it.parts()),
                        sql(it.condition()),
                        names(it.include()),
                        it.deferral(),
                        it.nullsDistinct());
        };
    }

    private Constraint text(Constraint constraint) {
        return switch (constraint) {
            case Check it -> new Check(it.name(), text(it.sql()));
            case Unique it ->
                new Unique(
                        it.name(),
                        expressions(it.parts()),
                        sql(it.condition()),
                        it.include(),
                        it.deferral(),
                        it.nullsDistinct());
        };
    }

    private List<Part> parts(List<Part> old) {
        return old.stream()
                .map(it -> it.expression()
                        ? expression(it)
                        : new Part(name(it.text()), false, it.descending(), it.operators()))
                .toList();
    }

    private List<Part> expressions(List<Part> old) {
        return old.stream().map(it -> it.expression() ? expression(it) : it).toList();
    }

    private Part expression(Part it) {
        return new Part(text(it.text()), true, it.descending(), it.operators());
    }
}
