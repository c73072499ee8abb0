package nuages.data.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import nuages.data.schema.Index;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was at some point in its history. Immutable; threads share it.
 *
 * @param app the label of its app
 * @param name its name in Java
 * @param table its table
 * @param fields in any order
 * @param managed whether its table is ours to create, change and drop
 */
public record ModelState(
        String app,
        String name,
        String table,
        List<FieldState> fields,
        List<Index> indexes,
        List<Constraint> constraints,
        @Nullable String comment,
        boolean managed) {
    /** Stands for the type of a column that refers to another model, which is the type of that model's key. */
    static final ColumnType KEY_TO_COME = new ColumnType.BigInteger(false);

    /** Copies the lists. */
    public ModelState {
        fields = List.copyOf(fields);
        indexes = List.copyOf(indexes);
        constraints = List.copyOf(constraints);
    }

    /** A model with these fields, and the table that it has unless it says otherwise. */
    public static ModelState of(String app, String name, List<? extends FieldState> fields) {
        return new ModelState(app, name, table(app, name), List.copyOf(fields), List.of(), List.of(), null, true);
    }

    /** The table that a model has unless it says otherwise. */
    static String table(String app, String name) {
        return app + "_" + name.toLowerCase(Locale.ROOT);
    }

    /** What others refer to it by: {@code app.Model}. */
    public String label() {
        return app + "." + name;
    }

    /** The field of that name. */
    public Optional<FieldState> field(String wanted) {
        return fields.stream().filter(it -> it.name().equals(wanted)).findFirst();
    }

    /** The fields with columns. */
    public List<WithColumn> columns() {
        return fields.stream()
                .filter(WithColumn.class::isInstance)
                .map(WithColumn.class::cast)
                .toList();
    }

    /** The fields whose rows are in tables between, which are made by themselves. */
    List<Link> links() {
        return fields.stream()
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .filter(it -> it.through() == null)
                .toList();
    }

    /** The fields of its key. */
    public List<WithColumn> key() {
        return columns().stream().filter(WithColumn::key).toList();
    }

    /** The models that it refers to; itself, too, if it does. */
    public List<String> targets() {
        return fields.stream().flatMap(ModelState::targets).distinct().toList();
    }

    private static Stream<String> targets(FieldState field) {
        var through = field instanceof Link link ? link.through() : null;
        return Stream.of(Optional.ofNullable(field.target()), Optional.ofNullable(through))
                .flatMap(Optional::stream);
    }

    /** The same with these fields. */
    public ModelState withFields(List<? extends FieldState> others) {
        return new ModelState(app, name, table, List.copyOf(others), indexes, constraints, comment, managed);
    }

    /** The same with these indexes. */
    public ModelState withIndexes(List<Index> others) {
        return new ModelState(app, name, table, fields, others, constraints, comment, managed);
    }

    /** The same with these constraints. */
    public ModelState withConstraints(List<? extends Constraint> others) {
        return new ModelState(app, name, table, fields, indexes, List.copyOf(others), comment, managed);
    }

    /** The same with a comment in the database, or none. */
    public ModelState withComment(@Nullable String text) {
        return new ModelState(app, name, table, fields, indexes, constraints, text, managed);
    }

    /** The same, whose table is ours, or is somebody else's. */
    public ModelState managed(boolean ours) {
        return new ModelState(app, name, table, fields, indexes, constraints, comment, ours);
    }

    /** The same in another table; what was called after the table is called after the new one. */
    public ModelState withTable(String other) {
        var moved = new ModelState(app, name, other, fields, indexes, constraints, comment, managed);
        return moved.withIndexes(indexes.stream()
                        .map(it -> DerivedNames.moved(it, table, other, UnaryOperator.identity()))
                        .toList())
                .withConstraints(constraints.stream()
                        .map(it -> DerivedNames.moved(it, table, other, UnaryOperator.identity()))
                        .toList());
    }

    /** The same under another name, and in the table of that name if it was in that of the old one. */
    ModelState renamed(String to) {
        var other = new ModelState(app, to, table, fields, indexes, constraints, comment, managed);
        return table.equals(table(app, name)) ? other.withTable(table(app, to)) : other;
    }

    /** The same with one field in the place of another. */
    ModelState replaced(String field, UnaryOperator<FieldState> by) {
        return withFields(fields.stream()
                .map(it -> it.name().equals(field) ? by.apply(it) : it)
                .toList());
    }

    /** The same with one more field. */
    ModelState with(FieldState field) {
        var all = new ArrayList<>(fields);
        all.add(field);
        return withFields(all);
    }

    /** The same without a field. */
    ModelState without(String field) {
        return withFields(fields.stream().filter(it -> !it.name().equals(field)).toList());
    }

    /** The same, whose indexes and constraints are of a column that has been renamed. */
    ModelState withColumnRenamed(String from, String to) {
        UnaryOperator<String> names = it -> it.equals(from) ? to : it;
        return withIndexes(indexes.stream()
                        .map(it -> DerivedNames.moved(it, table, table, names))
                        .toList())
                .withConstraints(constraints.stream()
                        .map(it -> DerivedNames.moved(it, table, table, names))
                        .toList());
    }

    /** The same, where a model that it refers to has been renamed. */
    ModelState retargeted(String from, String to) {
        return targets().contains(from)
                ? withFields(fields.stream().map(it -> it.retargeted(from, to)).toList())
                : this;
    }

    @Override
    public String toString() {
        return label();
    }
}
