package nuages.data.query;

import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.Function;
import nuages.data.syntax.Matching;
import nuages.data.syntax.Node;

/**
 * A text. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 */
public interface TextExpression<M> extends OrderedExpression<M, String> {
    /** A text that is a part of a statement. */
    static <M> TextExpression<M> of(Node node) {
        record Plain<M>(Node node) implements TextExpression<M> {}
        return new Plain<>(node);
    }

    @Override
    default Codec<String> codec() {
        return Codecs.TEXT;
    }

    /** Where it equals the text but for upper and lower case. */
    default Condition<M> isAnyCase(String text) {
        return match(Matching.EQUAL_ANY_CASE, text);
    }

    /** Where it holds the text; {@code %} and {@code _} are just characters. */
    default Condition<M> contains(String text) {
        return match(Matching.LIKE, "%" + Codecs.escaped(text) + "%");
    }

    /** Where it holds the text in upper or lower case. */
    default Condition<M> containsAnyCase(String text) {
        return match(Matching.LIKE_ANY_CASE, "%" + Codecs.escaped(text) + "%");
    }

    /** Where it starts with the text. */
    default Condition<M> startsWith(String text) {
        return match(Matching.LIKE, Codecs.escaped(text) + "%");
    }

    /** Where it starts with the text in upper or lower case. */
    default Condition<M> startsWithAnyCase(String text) {
        return match(Matching.LIKE_ANY_CASE, Codecs.escaped(text) + "%");
    }

    /** Where it ends with the text. */
    default Condition<M> endsWith(String text) {
        return match(Matching.LIKE, "%" + Codecs.escaped(text));
    }

    /** Where it ends with the text in upper or lower case. */
    default Condition<M> endsWithAnyCase(String text) {
        return match(Matching.LIKE_ANY_CASE, "%" + Codecs.escaped(text));
    }

    /** Where the regular expression, in the database's own dialect, is found in it. */
    default Condition<M> matches(String expression) {
        return match(Matching.REGEX, expression);
    }

    /** Where the regular expression is found in it in upper or lower case. */
    default Condition<M> matchesAnyCase(String expression) {
        return match(Matching.REGEX_ANY_CASE, expression);
    }

    private Condition<M> match(Matching matching, String pattern) {
        return Condition.of(new Node.Match(matching, node(), value(pattern)));
    }

    /** In lower case. */
    default TextExpression<M> lower() {
        return of(new Node.Call(Function.LOWER, List.of(node())));
    }

    /** In upper case. */
    default TextExpression<M> upper() {
        return of(new Node.Call(Function.UPPER, List.of(node())));
    }

    /** Without white space at both ends. */
    default TextExpression<M> trim() {
        return of(new Node.Call(Function.TRIM, List.of(node())));
    }

    /** How many characters it has. */
    default NumberExpression<M, Integer> length() {
        return NumberExpression.of(new Node.Call(Function.LENGTH, List.of(node())), Codec.of(Integer.class));
    }
}
