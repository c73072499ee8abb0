package nuages.data.model;

import nuages.data.query.Expression;
import nuages.data.query.Field;
import nuages.data.query.JsonField;
import nuages.data.query.NumberField;
import nuages.data.query.OrderedField;
import nuages.data.query.TextField;
import nuages.data.query.TimeField;
import nuages.data.row.Codec;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;

/**
 * A model's fields, as they are reached from a model. Immutable; threads share it. Extended by generated code.
 *
 * @param <R> the model the way begins at
 * @param <T> the model whose fields these are
 */
public abstract class ModelPath<R, T extends KeyedModel<?>> {
    private final ModelType<T> type;
    private final Source at;

    /** The fields of the table at that place. */
    protected ModelPath(ModelType<T> type, At at) {
        this(type, at.source);
    }

    ModelPath(ModelType<T> type, Source at) {
        this.type = type;
        this.at = at;
    }

    /** Where a table is among those of a statement. Immutable; threads share it. */
    public static final class At {
        private final Source source;

        At(Source source) {
            this.source = source;
        }
    }

    private Property property(int place) {
        return type.properties().get(place);
    }

    private Node.Column node(int place) {
        var column = property(place).column();
        return at.column(column.name(), column.nullable());
    }

    /** The generated code declares each field with the type of its property. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <V> Codec<V> codec(int place) {
        return (Codec<V>) property(place).codec();
    }

    /** A field of text. */
    protected final TextField<R> text(int place) {
        return new TextField<>(property(place).name(), node(place));
    }

    /** A field of numbers. */
    protected final <N extends Number> NumberField<R, N> number(int place) {
        return new NumberField<>(property(place).name(), node(place), codec(place));
    }

    /** A field of times. */
    protected final <V> TimeField<R, V> time(int place) {
        return new TimeField<>(property(place).name(), node(place), codec(place));
    }

    /** A field of other values that are greater or less than others. */
    protected final <V> OrderedField<R, V> ordered(int place) {
        return new OrderedField<>(property(place).name(), node(place), codec(place));
    }

    /** A field of JSON documents. */
    protected final <V> JsonField<R, V> json(int place) {
        return new JsonField<>(property(place).name(), node(place), codec(place));
    }

    /** Any other field. */
    protected final <V> Field<R, V> field(int place) {
        return Field.of(property(place).name(), node(place), codec(place));
    }

    /** A field that refers to another model. */
    protected final <O extends KeyedModel<?>, K> ForeignKeyField<R, O, K> foreignKey(int place, Class<O> target) {
        return new ForeignKeyField<>(property(place), type.type(), target, node(place), codec(place));
    }

    /** A field that refers to another model, of whose rows each is referred to by one at most. */
    protected final <O extends KeyedModel<?>, K> OneToOneField<R, O, K> oneToOne(int place, Class<O> target) {
        return new OneToOneField<>(property(place), type.type(), target, node(place), codec(place));
    }

    /** References to any number of rows of another model, by their place among the tables between. */
    protected final <O extends KeyedModel<?>> ManyToManyField<R, O> manyToMany(int place) {
        return ManyToManyField.of(type, at, type.details().links().get(place));
    }

    /** A key of several fields. */
    protected final <K extends Record> Expression<R, K> compositeKey() {
        return new CompositeKey<>(type, at);
    }
}
