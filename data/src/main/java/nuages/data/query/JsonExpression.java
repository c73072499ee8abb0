package nuages.data.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.row.ValueKind;
import nuages.data.syntax.Function;
import nuages.data.syntax.JsonType;
import nuages.data.syntax.Node;
import nuages.data.syntax.Worded;

/**
 * JSON, or a part of it. It equals other JSON if it means the same, whatever the order of keys. What is missing is NULL, and
 * so is what is asked for as another type than it is. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public interface JsonExpression<M, T> extends Expression<M, T> {
    /** JSON that is a part of a statement. */
    static <M, T> JsonExpression<M, T> of(Node node, Codec<T> codec) {
        record Plain<M, T>(Node node, Codec<T> codec) implements JsonExpression<M, T> {}
        return new Plain<>(node, codec);
    }

    /** What an object has by that name. */
    default JsonExpression<M, String> at(String name) {
        return step(name);
    }

    /** What a list has at that position, from 0; negative ones count from the end. */
    default JsonExpression<M, String> at(int position) {
        return step(position);
    }

    private JsonExpression<M, String> step(Object step) {
        return of(path(step, JsonType.JSON), Codecs.JSON);
    }

    private Node path(Object step, JsonType type) {
        if (node() instanceof Node.JsonPath inner && inner.path().value() instanceof Worded.Steps before) {
            var steps = new ArrayList<>(before.steps());
            steps.add(step);
            return new Worded.Steps(List.copyOf(steps)).in(inner.operand(), type);
        }
        return new Worded.Steps(List.of(step)).in(node(), type);
    }

    private Node as(JsonType type) {
        return node() instanceof Node.JsonPath it
                ? new Node.JsonPath(it.operand(), it.path(), it.lists(), type)
                : new Worded.Steps(List.of()).in(node(), type);
    }

    /** The text it is. */
    default TextExpression<M> text() {
        return TextExpression.of(as(JsonType.TEXT));
    }

    /** The whole number it is. */
    default NumberExpression<M, Long> whole() {
        return decimal().asLong();
    }

    /** The floating-point number it is. */
    default NumberExpression<M, Double> real() {
        return NumberExpression.of(as(JsonType.REAL), Codecs.DOUBLE);
    }

    /** The decimal number it is; on MariaDB with 30 digits before the point, and 15 after it. */
    default NumberExpression<M, BigDecimal> decimal() {
        return NumberExpression.of(as(JsonType.NUMBER), Codecs.DECIMAL);
    }

    /** Whether it is true. */
    default Expression<M, Boolean> truth() {
        return Expression.of(as(JsonType.BOOL), Codecs.BOOLEAN);
    }

    /** Where there is something, which may be the null of JSON. */
    default Condition<M> exists() {
        return Condition.of(as(JsonType.EXISTS));
    }

    /** Where it is an object that has the key. */
    default Condition<M> hasKey(String key) {
        return at(key).exists();
    }

    /** Where it is an object that has one of the keys. */
    default Condition<M> hasAnyKey(String... keys) {
        return Arrays.stream(keys).map(this::hasKey).reduce(Condition::or).orElseGet(Condition::any);
    }

    /** Where it is an object that has all of the keys. */
    default Condition<M> hasAllKeys(String... keys) {
        return Arrays.stream(keys).map(this::hasKey).reduce(Condition::and).orElseGet(Condition::all);
    }

    /** Where it is other JSON, given as its text. */
    default Condition<M> isJson(String json) {
        return is(Expression.of(node(json), codec()));
    }

    /** Where it holds all that the other JSON, given as its text, has: its keys and what they have, its elements. */
    default Condition<M> contains(String json) {
        return Condition.of(new Node.Call(Function.JSON_CONTAINS, List.of(node(), node(json))));
    }

    /** Where the other JSON, given as its text, holds all that this has. */
    default Condition<M> containedBy(String json) {
        return Condition.of(new Node.Call(Function.JSON_CONTAINS, List.of(node(json), node())));
    }

    private static Node node(String json) {
        return new Node.Value(json, ValueKind.JSON);
    }
}
