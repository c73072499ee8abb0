package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import nuages.web.template.TemplateFunction;
import org.jspecify.annotations.Nullable;

/** A function of a site, as the engine calls it. */
record CalledFunction(TemplateFunction function) implements Function {
    @Override
    public List<String> getArgumentNames() {
        return List.of();
    }

    @Override
    public @Nullable Object execute(
            Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
        try {
            return Pebble.printable(function.call(Calls.of(arguments, context)));
        } catch (Exception failure) {
            throw Calls.failed(failure, self.getName(), line);
        }
    }
}
