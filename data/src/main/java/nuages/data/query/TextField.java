package nuages.data.query;

import nuages.data.row.Codec;
import nuages.data.syntax.Node;

/**
 * A field of text. Immutable; threads share it.
 *
 * @param <M> the model that has it, or the one it was reached from
 * @param name its name in Java
 * @param node the column
 */
public record TextField<M>(String name, Node.Column node) implements Field<M, String>, TextExpression<M> {
    @Override
    public Codec<String> codec() {
        return Codecs.TEXT;
    }
}
