package nuages.web.template.pebble;

import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

/** The opposite of a condition. It is public as the engine makes it by reflection; there is no other use for it. */
public final class NotExpression extends UnaryExpression {
    /** For the engine. */
    public NotExpression() {}

    @Override
    public Boolean evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        return !Truth.of(getChildExpression().evaluate(self, context));
    }
}
