package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import nuages.web.template.TemplateFilter;
import org.jspecify.annotations.Nullable;

/** A filter of a site, as the engine calls it. */
record CalledFilter(TemplateFilter filter) implements Filter {
    @Override
    public List<String> getArgumentNames() {
        return List.of();
    }

    @Override
    public @Nullable Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int line) {
        try {
            return Pebble.printable(filter.apply(input, Calls.of(arguments, context)));
        } catch (Exception failure) {
            throw Calls.failed(failure, self.getName(), line);
        }
    }
}
