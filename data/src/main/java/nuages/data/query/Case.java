package nuages.data.query;

import java.util.ArrayList;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/**
 * The value of the first condition that holds; NULL if none does and there is no other value. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public final class Case<M, T> implements Expression<M, T> {
    private final List<Node.When> whens;
    private final @Nullable Node otherwise;
    private final Codec<T> codec;

    private Case(List<Node.When> whens, @Nullable Node otherwise, Codec<T> codec) {
        this.whens = whens;
        this.otherwise = otherwise;
        this.codec = codec;
    }

    /** A value where a condition holds. */
    public static <M, T> Case<M, T> when(Condition<M> condition, T value) {
        return new Case<>(List.of(new Node.When(condition.node(), Codecs.value(value))), null, Codecs.of(value));
    }

    /** An expression where a condition holds. */
    public static <M, T> Case<M, T> when(Condition<M> condition, Expression<M, T> value) {
        return new Case<>(List.of(new Node.When(condition.node(), value.node())), null, value.codec());
    }

    /** Another value where another condition holds, and none before. */
    public Case<M, T> or(Condition<M> condition, T value) {
        return or(condition, Codecs.value(value));
    }

    /** Another expression where another condition holds, and none before. */
    public Case<M, T> or(Condition<M> condition, Expression<M, T> value) {
        return or(condition, value.node());
    }

    private Case<M, T> or(Condition<M> condition, Node value) {
        var all = new ArrayList<>(whens);
        all.add(new Node.When(condition.node(), value));
        return new Case<>(List.copyOf(all), otherwise, codec);
    }

    /** The value where no condition holds. */
    public Case<M, T> otherwise(T value) {
        return new Case<>(whens, Codecs.value(value), codec);
    }

    /** The expression where no condition holds. */
    public Case<M, T> otherwise(Expression<M, T> value) {
        return new Case<>(whens, value.node(), codec);
    }

    @Override
    public Node node() {
        return new Node.Case(whens, otherwise);
    }

    @Override
    public Codec<T> codec() {
        return codec;
    }
}
