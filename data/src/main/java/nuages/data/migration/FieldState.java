package nuages.data.migration;

import java.util.List;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Names;
import org.jspecify.annotations.Nullable;

/** A field of a model as it was at some point in its history. Made by {@link Fields}. Immutable; threads share it. */
public sealed interface FieldState {
    /** Its name in Java. */
    String name();

    /** The model it refers to, as {@code app.Model}; null if it refers to none. */
    @Nullable
    String target();

    /** The same under another name; what its column or table was called after the name is called after the new one. */
    FieldState renamed(String to);

    /** The same, where a model that it refers to has been renamed. */
    FieldState retargeted(String from, String to);

    /**
     * A field with a column.
     *
     * @param column its column; the type of one that refers to another model is that model's key's, whatever it says here
     * @param key whether it is the key, or a part of it
     * @param indexed whether it has an index of its own that lets rows repeat
     * @param reference what it refers to, if it does
     */
    record WithColumn(
            String name,
            Column column,
            boolean key,
            boolean indexed,
            @Nullable Reference reference) implements FieldState {
        /** A field with a column called after it. */
        public static WithColumn of(String name, ColumnType type) {
            return new WithColumn(name, Column.of(Words.snake(name), type), false, false, null);
        }

        private WithColumn with(Column other) {
            return new WithColumn(name, other, key, indexed, reference);
        }

        /** The same, and may be null. */
        public WithColumn nullable() {
            return with(column.asNullable());
        }

        /** The same as the key, or as a part of it. */
        public WithColumn asKey() {
            return new WithColumn(name, column, true, indexed, reference);
        }

        /** The same, numbered by the database. */
        public WithColumn numbered() {
            return with(column.asIdentity());
        }

        /** The same, of which no two rows have the same value. */
        public WithColumn unique() {
            return with(column.asUnique());
        }

        /** The same with an index. */
        public WithColumn withIndex() {
            return new WithColumn(name, column, key, true, reference);
        }

        /** The same whole number, which is never negative. */
        public WithColumn positive() {
            return with(column.typed(
                    switch (column.type()) {
                        case ColumnType.SmallInteger _ -> new ColumnType.SmallInteger(true);
                        case ColumnType.Whole _ -> new ColumnType.Whole(true);
                        case ColumnType.BigInteger _ -> new ColumnType.BigInteger(true);
                        default ->
                            throw new IllegalArgumentException("field \"" + name + "\" is " + column.type()
                                    + ", and only whole numbers can be said to be positive: leave out positive()");
                    }));
        }

        /** The same with a default of the database, in SQL. */
        public WithColumn withDefault(String sql) {
            return with(column.withDefault(sql));
        }

        /** The same, computed by the database each time it is read. */
        public WithColumn computed(String sql) {
            return with(column.withGenerated(new GeneratedAs(sql, false)));
        }

        /** The same, computed by the database when the row is written. */
        public WithColumn stored(String sql) {
            return with(column.withGenerated(new GeneratedAs(sql, true)));
        }

        /** The same with a comment in the database. */
        public WithColumn comment(String text) {
            return with(column.withComment(text));
        }

        /** The same, sorted in that order. */
        public WithColumn collated(String collation) {
            return with(column.withCollation(collation));
        }

        /** The same in a column of that name. */
        public WithColumn inColumn(String other) {
            return with(named(column, other));
        }

        /** The same reference, of which the database does this when the other row goes. */
        public WithColumn onDelete(Action action) {
            var to = referring();
            return referring(new Reference(to.model, action, to.checked, to.indexed));
        }

        /** The same reference, which the database does not check, and which has no index unless it says so. */
        public WithColumn unchecked() {
            var to = referring();
            return referring(new Reference(to.model, to.onDelete, false, true));
        }

        /** The same reference without an index, which the database checks; MariaDB makes one all the same. */
        public WithColumn withoutIndex() {
            var to = referring();
            return referring(new Reference(to.model, to.onDelete, to.checked, !to.checked));
        }

        private WithColumn referring(Reference to) {
            return new WithColumn(name, column, key, indexed, to);
        }

        private Reference referring() {
            if (reference == null) {
                throw new IllegalArgumentException("field \"" + name + "\" refers to no model: make it by reference(\""
                        + name + "\", \"app.Model\")");
            }
            return reference;
        }

        @Override
        public @Nullable String target() {
            return reference == null ? null : reference.model;
        }

        @Override
        public WithColumn renamed(String to) {
            boolean own = column.name().equals(columnFor(name));
            return new WithColumn(to, own ? named(column, columnFor(to)) : column, key, indexed, reference);
        }

        /** What the column of a field of that name would be called. */
        public String columnFor(String field) {
            return reference == null ? Words.snake(field) : Names.foreignKeyColumn(Words.snake(field));
        }

        @Override
        public WithColumn retargeted(String from, String to) {
            if (reference == null || !reference.model.equals(from)) {
                return this;
            }
            return referring(new Reference(to, reference.onDelete, reference.checked, reference.indexed));
        }

        private static Column named(Column column, String name) {
            return new Column(
                    name,
                    column.type(),
                    column.nullable(),
                    column.identity(),
                    column.unique(),
                    column.defaultSql(),
                    column.generated(),
                    column.comment(),
                    column.collation());
        }
    }

    /**
     * What a field refers to.
     *
     * @param model as {@code app.Model}
     * @param onDelete what the database does when the other row goes; what the program does is no part of it
     * @param checked whether the database checks that the other row is there
     * @param indexed whether that brings an index; true if it is not checked, and the field says whether it has one
     */
    record Reference(String model, Action onDelete, boolean checked, boolean indexed) {}

    /**
     * References to any number of rows, by way of a table between.
     *
     * @param target the other model, as {@code app.Model}
     * @param table the table between; null for one called after this field
     * @param fromColumn its column for the model that has the field; null for one called after the model
     * @param toColumn its column for the other; null for one called after that
     * @param through the model of the table between, as {@code app.Model}; null if it is made by itself
     */
    record Link(
            String name,
            String target,
            @Nullable String table,
            @Nullable String fromColumn,
            @Nullable String toColumn,
            @Nullable String through)
            implements FieldState {
        /** The same by way of a table with a model of its own, which is {@code app.Model}. */
        public Link through(String model) {
            return new Link(name, target, null, null, null, model);
        }

        /** The same by way of a table of that name. */
        public Link table(String other) {
            return new Link(name, target, other, fromColumn, toColumn, through);
        }

        /** The same by way of a table with columns of these names. */
        public Link columns(String from, String to) {
            return new Link(name, target, table, from, to, through);
        }

        @Override
        public Link renamed(String to) {
            return new Link(to, target, table, fromColumn, toColumn, through);
        }

        @Override
        public Link retargeted(String from, String to) {
            return new Link(
                    name,
                    target.equals(from) ? to : target,
                    table,
                    fromColumn,
                    toColumn,
                    from.equals(through) ? to : through);
        }

        /** The name of the table between. */
        public String table(ModelState owner) {
            return table == null ? owner.table() + "_" + Words.snake(name) : table;
        }

        /** The columns of the table between. */
        public List<String> columns(ModelState owner) {
            var own = Names.manyToManyColumns(owner.name(), target.substring(target.indexOf('.') + 1));
            return List.of(
                    fromColumn == null ? own.getFirst() : fromColumn, toColumn == null ? own.getLast() : toColumn);
        }
    }
}
