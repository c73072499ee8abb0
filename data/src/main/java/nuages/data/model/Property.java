package nuages.data.model;

import java.util.Optional;
import nuages.data.mapping.OnDelete;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model and its column. Immutable; threads share it.
 *
 * @param name the field's name
 * @param column the column; the type of one that refers to another table is that table's key's
 * @param codec how its values are kept
 * @param key whether it is the key, or a part of it
 * @param reference what it refers to
 */
public record Property(
        String name,
        Column column,
        Codec<?> codec,
        boolean key,
        @Nullable Reference reference) {
    /** A field. */
    public static Property of(String name, Column column, Codec<?> codec) {
        return new Property(name, column, codec, false, null);
    }

    /** A field that refers to another model. */
    public static Property reference(
            String name, String column, Class<? extends KeyedModel<?>> target, Codec<?> codec, OnDelete onDelete) {
        return new Property(
                name,
                Column.of(column, new ColumnType.BigInteger(false)),
                codec,
                false,
                new Reference(target, onDelete, false));
    }

    /** The same as the key. */
    public Property asKey() {
        return new Property(name, column, codec, true, reference);
    }

    /** The same, and it may be null. */
    public Property asNullable() {
        return new Property(name, column.asNullable(), codec, key, reference);
    }

    /** What it refers to, if it refers to something. */
    public Optional<Reference> references() {
        return Optional.ofNullable(reference);
    }

    /** Whether the database computes its value. */
    boolean generated() {
        return column.generated() != null;
    }

    /**
     * A reference to another model.
     *
     * @param target the other model
     * @param onDelete what happens to this row when the other is deleted
     * @param single whether just one row may refer to each
     */
    public record Reference(Class<? extends KeyedModel<?>> target, OnDelete onDelete, boolean single) {
        /** What is known of the other model. */
        public ModelType<?> type() {
            return ModelType.of(target);
        }
    }
}
