package nuages.data.query;

import java.util.Arrays;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/**
 * A value made of those of many rows. What else is selected with it says which rows make a group. Immutable; threads share
 * it.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public sealed class Aggregate<M, T> implements OrderedExpression<M, T> {
    private final Node.Aggregate node;
    private final Codec<T> codec;

    private Aggregate(Node.Aggregate node, Codec<T> codec) {
        this.node = node;
        this.codec = codec;
    }

    private static Node.Aggregate call(Function function, List<Node> arguments) {
        return new Node.Aggregate(function, arguments, false, null, List.of());
    }

    static <M, T> Aggregate<M, T> of(Function function, List<Node> arguments, Codec<T> codec) {
        return new Aggregate<>(call(function, arguments), codec);
    }

    static <M, N extends Number> OfNumber<M, N> ofNumber(Function function, List<Node> arguments, Codec<N> codec) {
        return new OfNumber<>(call(function, arguments), codec);
    }

    static <M> OfText<M> ofText(Function function, List<Node> arguments) {
        return new OfText<>(call(function, arguments));
    }

    /** How many rows. */
    public static <M> OfNumber<M, Long> rows() {
        return ofNumber(Function.COUNT, List.of(), Codecs.LONG);
    }

    /** Whether a condition holds for all rows where it is known; NULL if there is none. */
    public static <M> Aggregate<M, Boolean> all(Condition<M> condition) {
        return of(Function.BOOL_AND, List.of(condition.node()), Codecs.BOOLEAN);
    }

    /** Whether a condition holds for one of the rows where it is known; NULL if there is none. */
    public static <M> Aggregate<M, Boolean> any(Condition<M> condition) {
        return of(Function.BOOL_OR, List.of(condition.node()), Codecs.BOOLEAN);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Codec<T> codec() {
        return codec;
    }

    /** Of those rows alone for which the condition holds. */
    public Aggregate<M, T> filter(Condition<M> condition) {
        return new Aggregate<>(filtered(condition), codec);
    }

    /** Of each value once. */
    public Aggregate<M, T> distinct() {
        return new Aggregate<>(once(), codec);
    }

    private Node.Aggregate filtered(Condition<M> condition) {
        var before = node.filter();
        return with(
                node.distinct(),
                before == null ? condition.node() : new Node.Junction(true, List.of(before, condition.node())),
                node.order());
    }

    private Node.Aggregate once() {
        return with(true, node.filter(), node.order());
    }

    private Node.Aggregate with(boolean distinct, @Nullable Node filter, List<Sort> order) {
        return new Node.Aggregate(node.function(), node.arguments(), distinct, filter, order);
    }

    /** A number made of many rows. Immutable; threads share it. */
    public static final class OfNumber<M, N extends Number> extends Aggregate<M, N> implements NumberExpression<M, N> {
        private OfNumber(Node.Aggregate node, Codec<N> codec) {
            super(node, codec);
        }

        @Override
        public OfNumber<M, N> filter(Condition<M> condition) {
            return new OfNumber<>(super.filtered(condition), codec());
        }

        @Override
        public OfNumber<M, N> distinct() {
            return new OfNumber<>(super.once(), codec());
        }
    }

    /** Texts in a row. Immutable; threads share it. */
    public static final class OfText<M> extends Aggregate<M, String> implements TextExpression<M> {
        private OfText(Node.Aggregate node) {
            super(node, Codecs.TEXT);
        }

        @Override
        public Codec<String> codec() {
            return Codecs.TEXT;
        }

        @Override
        public OfText<M> filter(Condition<M> condition) {
            return new OfText<>(super.filtered(condition));
        }

        @Override
        public OfText<M> distinct() {
            return new OfText<>(super.once());
        }

        /** In that order. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final OfText<M> orderBy(Order<M>... orders) {
            var of = (Node.Aggregate) node();
            var sorts = Arrays.stream(orders).map(Order::sort).toList();
            return new OfText<>(super.with(of.distinct(), of.filter(), sorts));
        }
    }
}
