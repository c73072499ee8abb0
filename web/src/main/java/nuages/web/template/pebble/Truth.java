package nuages.web.template.pebble;

import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What counts as true in a condition: all but nothing, zero, and what is empty; as in Django. */
final class Truth {
    private Truth() {}

    static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case BigDecimal decimal -> decimal.signum() != 0;
            case Number number -> number.doubleValue() != 0;
            case CharSequence text -> !text.isEmpty();
            case SafeText text -> !text.toString().isEmpty();
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Optional<?> optional -> optional.isPresent();
            case Iterable<?> iterable -> iterable.iterator().hasNext();
            default -> !value.getClass().isArray() || Array.getLength(value) > 0;
        };
    }

    /** Whether both are true; the second is not looked at if the first is not. */
    static final class And extends BinaryExpression<Boolean> {
        @Override
        public Boolean evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return of(getLeftExpression().evaluate(self, context))
                    && of(getRightExpression().evaluate(self, context));
        }
    }

    /** Whether one is true; the second is not looked at if the first is. */
    static final class Or extends BinaryExpression<Boolean> {
        @Override
        public Boolean evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return of(getLeftExpression().evaluate(self, context))
                    || of(getRightExpression().evaluate(self, context));
        }
    }
}
