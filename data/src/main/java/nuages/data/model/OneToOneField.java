package nuages.data.model;

import nuages.data.row.Codec;
import nuages.data.syntax.Node;

/**
 * A field that refers to another model, of whose rows each is referred to by one at most. Immutable; threads share it.
 *
 * @param <M> the model that has it, or the one it was reached from
 * @param <T> the model it refers to
 * @param <K> the Java type of the key
 */
public final class OneToOneField<M, T extends KeyedModel<?>, K> extends ForeignKeyField<M, T, K> {
    OneToOneField(Property property, Class<?> owner, Class<T> target, Node.Column node, Codec<K> codec) {
        super(property, owner, target, node, codec);
    }
}
