package nuages.data.model;

import java.util.List;
import nuages.data.query.Condition;
import nuages.data.query.Field;
import nuages.data.query.NumberExpression;
import nuages.data.row.Codec;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/**
 * A field that refers to another model. Its values are the keys; {@code any}, {@code none} and {@code count} read it
 * backwards. Immutable; threads share it.
 *
 * @param <M> the model that has it, or the one it was reached from
 * @param <T> the model it refers to
 * @param <K> the Java type of the key
 */
public sealed class ForeignKeyField<M, T extends KeyedModel<?>, K> implements Field<M, K> permits OneToOneField {
    private final Property property;
    private final Class<?> owner;
    private final Class<T> target;
    private final Node.Column node;
    private final Codec<K> codec;

    ForeignKeyField(Property property, Class<?> owner, Class<T> target, Node.Column node, Codec<K> codec) {
        this.property = property;
        this.owner = owner;
        this.target = target;
        this.node = node;
        this.codec = codec;
    }

    @Override
    public final String name() {
        return property.name();
    }

    @Override
    public final Node.Column node() {
        return node;
    }

    @Override
    public final Codec<K> codec() {
        return codec;
    }

    /** The model that has the field. */
    final Class<?> owner() {
        return owner;
    }

    /** A reference to a row of the other model. */
    @SuppressWarnings("unchecked")
    final KeyedRef<?, ?> refTo(KeyedModel<?> row) {
        return row instanceof Model model ? Ref.to(model) : KeyedRef.of((KeyedModel<Object>) row);
    }

    final ModelType<T> target() {
        return ModelType.of(target);
    }

    /** Where it refers to that row. */
    @SuppressWarnings("unchecked")
    public final Condition<M> is(T row) {
        return is((K) Keys.ofSaved(row));
    }

    /** Where one of the rows that refer to it fulfils all conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<T> any(Condition<M>... conditions) {
        return Condition.of(
                new Node.Exists(referring(List.of(new Node.Literal("1")), Condition.all(conditions)), false));
    }

    /** Where none of the rows that refer to it fulfils all conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<T> none(Condition<M>... conditions) {
        return Condition.of(
                new Node.Exists(referring(List.of(new Node.Literal("1")), Condition.all(conditions)), true));
    }

    /** Where all of the rows that refer to it fulfil the condition; so where there are none, too. */
    public final Condition<T> all(Condition<M> condition) {
        return none(condition.not());
    }

    /** How many rows refer to it, and fulfil all conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final NumberExpression<T, Long> count(Condition<M>... conditions) {
        var counted = new Node.Aggregate(Function.COUNT, List.of(), false, null, List.of());
        return NumberExpression.of(
                new Node.Subquery(referring(List.of(counted), Condition.all(conditions))), Codec.of(Long.class));
    }

    private Select referring(List<Node> columns, Condition<M> condition) {
        var type = target();
        var key = type.source().column(type.keyProperty().column().name(), false);
        Node link = new Node.Compare(nuages.data.syntax.Comparison.EQUAL, node, new Node.Outer(key));
        var where = Condition.<M>of(link).and(condition).node();
        return Select.of(start(), columns).where(where);
    }

    private Source start() {
        var at = node.source();
        for (var before = at.before(); before != null; before = at.before()) {
            at = before;
        }
        return at;
    }

    /** The other model's table, joined to where this field is, for generated code. */
    public ModelPath.At way() {
        return new ModelPath.At(join());
    }

    /** The other model's table, joined to where this field is. */
    public final Source join() {
        var type = target();
        return node.source()
                .join(
                        node.name(),
                        type.table(),
                        type.keyProperty().column().name(),
                        property.column().nullable());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ForeignKeyField<?, ?, ?> it && it.node.equals(node);
    }

    @Override
    public final int hashCode() {
        return node.hashCode();
    }
}
