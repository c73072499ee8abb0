package nuages.web.template.pebble;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import org.jspecify.annotations.Nullable;

/** An expression whose failures tell where it stands. */
record Located(Expression<?> expression, int line) implements Expression<@Nullable Object> {
    @Override
    public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        return evaluate(expression, line, self, context);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        expression.accept(visitor);
    }

    @Override
    public int getLineNumber() {
        return line;
    }

    static @Nullable Object evaluate(
            Expression<?> expression, int line, PebbleTemplateImpl self, EvaluationContextImpl context) {
        try {
            return expression.evaluate(self, context);
        } catch (PebbleException failure) {
            throw failure.getLineNumber() == null ? Calls.failed(failure, self.getName(), line) : failure;
        } catch (RuntimeException failure) {
            throw Calls.failed(failure, self.getName(), line);
        }
    }

    /** Puts one around all that is printed. */
    static final class Marker extends AbstractNodeVisitor {
        Marker(PebbleTemplateImpl template) {
            super(template);
        }

        @Override
        public void visit(PrintNode node) {
            node.setExpression(new Located(node.getExpression(), node.getLineNumber()));
        }
    }
}
