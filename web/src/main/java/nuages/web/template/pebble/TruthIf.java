package nuages.web.template.pebble;

import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.IfTokenParser;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.Writer;

/** The tag {@code if}, for conditions of any type. */
final class TruthIf implements TokenParser {
    private final IfTokenParser parser = new IfTokenParser();

    @Override
    public String getTag() {
        return parser.getTag();
    }

    @Override
    public RenderableNode parse(Token token, Parser whole) {
        return new Node((IfNode) parser.parse(token, whole));
    }

    /** An {@code if} with its branches. */
    private static final class Node extends IfNode {
        Node(IfNode parsed) {
            super(parsed.getLineNumber(), parsed.getConditionsWithBodies(), parsed.getElseBody());
        }

        @Override
        public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context) throws IOException {
            for (var branch : getConditionsWithBodies()) {
                var condition = Located.evaluate(branch.getLeft(), getLineNumber(), self, context);
                if (Truth.of(condition)) {
                    branch.getRight().render(self, writer, context);
                    return;
                }
            }
            if (getElseBody() != null) {
                getElseBody().render(self, writer, context);
            }
        }
    }
}
