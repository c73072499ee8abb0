package nuages.data.model;

import java.util.Locale;
import java.util.Optional;
import nuages.data.mapping.OnDelete;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ForeignKey;
import org.jspecify.annotations.Nullable;

/** A field of a model and its column. Immutable; threads share it. */
public final class Property {
    private final String name;
    private final Column column;
    private final Codec<?> codec;
    private final @Nullable Reference reference;
    private final Traits traits;

    private Property(String name, Column column, Codec<?> codec, @Nullable Reference reference, Traits traits) {
        this.name = name;
        this.column = column;
        this.codec = codec;
        this.reference = reference;
        this.traits = traits;
    }

    /** A field. */
    public static Property of(String name, Column column, Codec<?> codec) {
        return new Property(name, column, codec, null, Traits.NONE);
    }

    /** A field with a column of that name and type. */
    public static Property of(String name, String column, ColumnType type, Codec<?> codec) {
        return of(name, Column.of(column, type), codec);
    }

    /** A field with a column of that name and type, whose values every database keeps: see {@link Codec#of}. */
    public static Property of(String name, String column, ColumnType type, Class<?> values) {
        return of(name, Column.of(column, type), Codec.of(values));
    }

    /** The key that models have unless they say otherwise. */
    public static Property id() {
        return of("id", Column.id(), Codec.of(Long.class)).asKey();
    }

    /**
     * A field that refers to another model, with an index.
     *
     * @param keys the class of that model's keys, which every database keeps: see {@link Codec#of}
     */
    public static Property reference(
            String name,
            String column,
            ColumnType type,
            Class<?> keys,
            Class<? extends KeyedModel<?>> target,
            OnDelete onDelete) {
        return reference(name, Column.of(column, type), Codec.of(keys), target, onDelete);
    }

    /** A field that refers to another model, with an index; its values are that model's keys. */
    public static Property reference(
            String name, Column column, Codec<?> codec, Class<? extends KeyedModel<?>> target, OnDelete onDelete) {
        return new Property(
                name, column, codec, new Reference(target, onDelete, false, true), Traits.NONE.indexed(true));
    }

    /** The same as the key, or as a part of it. */
    public Property asKey() {
        return with(traits.key(true));
    }

    /** The same, and it may be null. */
    public Property asNullable() {
        return new Property(name, column.asNullable(), codec, reference, traits);
    }

    /** The same, and no two rows have the same value. */
    public Property asUnique() {
        return new Property(name, column.asUnique(), codec, reference, traits);
    }

    /** The same with an index of its own, or without. */
    public Property indexed(boolean indexed) {
        return with(traits.indexed(indexed));
    }

    /** The same, with a value that saving gives it. */
    public Property filled(Filled by) {
        return with(traits.filled(by));
    }

    /** The same, as people call it. */
    public Property labelled(String called) {
        return with(traits.labelled(called));
    }

    /** The same, with what people should know when they fill it in. */
    public Property helped(String sentence) {
        return with(traits.helped(sentence));
    }

    /** The same reference of one row at most to each. */
    public Property asSingle() {
        var one = required();
        var other = new Reference(one.target, one.onDelete, true, one.constraint);
        return new Property(name, column.asUnique(), codec, other, traits.indexed(false));
    }

    /** The same reference, which the database does not check. */
    public Property withoutConstraint() {
        var one = required();
        return new Property(name, column, codec, new Reference(one.target, one.onDelete, one.single, false), traits);
    }

    private Reference required() {
        if (reference == null) {
            throw new IllegalStateException(name + " refers to nothing: make it by Property.reference");
        }
        return reference;
    }

    private Property with(Traits others) {
        return new Property(name, column, codec, reference, others);
    }

    /** The field's name. */
    public String name() {
        return name;
    }

    /** The column. The type of one that refers to another table is that table's key's, see {@link Tables}. */
    public Column column() {
        return column;
    }

    /** How its values are kept. */
    public Codec<?> codec() {
        return codec;
    }

    /** Whether it is the key, or a part of it. */
    public boolean key() {
        return traits.key;
    }

    /** Whether it has an index of its own that lets rows repeat. */
    public boolean indexed() {
        return traits.indexed;
    }

    /** What gives it its value when it is saved. */
    public Filled filled() {
        return traits.filled;
    }

    /** What people call it. */
    public String label() {
        return traits.label.isEmpty() ? words(name) : traits.label;
    }

    /** What a name in Java is in words: {@code publishedAt} is "published at". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", " ").toLowerCase(Locale.ROOT);
    }

    /** What people should know when they fill it in. */
    public Optional<String> help() {
        return Optional.ofNullable(traits.help);
    }

    /** What it refers to, if it refers to something. */
    public Optional<Reference> references() {
        return Optional.ofNullable(reference);
    }

    /** What it refers to; null if it refers to nothing. */
    @Nullable
    Reference reference() {
        return reference;
    }

    /** Whether the database gives it a number that this value is not. */
    boolean numberless(@Nullable Object value) {
        return column.identity() && (value == null || (value instanceof Number number && number.longValue() == 0));
    }

    /** Whether the database computes its value. */
    boolean generated() {
        return column.generated() != null;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What gives a field its value when it is saved. */
    public enum Filled {
        /** The program. */
        BY_USER,
        /** Each save counts it up, and refuses to overwrite a row where it differs. */
        VERSION,
        /** The time of the first save. */
        ONCE,
        /** The time of each save. */
        ALWAYS
    }

    /**
     * A reference to another model.
     *
     * @param target the other model
     * @param onDelete what happens to this row when the other is deleted
     * @param single whether just one row may refer to each
     * @param constraint whether the database checks that the other row is there
     */
    public record Reference(
            Class<? extends KeyedModel<?>> target, OnDelete onDelete, boolean single, boolean constraint) {
        /** What is known of the other model. */
        public ModelType<?> type() {
            return ModelType.of(target);
        }

        /** What the database itself does to this row when the other is deleted. */
        public ForeignKey.Action action() {
            return switch (onDelete) {
                case DB_CASCADE -> ForeignKey.Action.CASCADE;
                case DB_SET_NULL -> ForeignKey.Action.SET_NULL;
                case DB_SET_DEFAULT -> ForeignKey.Action.SET_DEFAULT;
                case CASCADE, PROTECT, RESTRICT, SET_NULL, SET_DEFAULT, DO_NOTHING -> ForeignKey.Action.NO_ACTION;
            };
        }
    }

    private record Traits(
            boolean key,
            boolean indexed,
            Filled filled,
            String label,
            @Nullable String help) {
        static final Traits NONE = new Traits(false, false, Filled.BY_USER, "", null);

        Traits key(boolean is) {
            return new Traits(is, indexed, filled, label, help);
        }

        Traits indexed(boolean is) {
            return new Traits(key, is, filled, label, help);
        }

        Traits filled(Filled by) {
            return new Traits(key, indexed, by, label, help);
        }

        Traits labelled(String words) {
            return new Traits(key, indexed, filled, words, help);
        }

        Traits helped(String sentence) {
            return new Traits(key, indexed, filled, label, sentence);
        }
    }
}
