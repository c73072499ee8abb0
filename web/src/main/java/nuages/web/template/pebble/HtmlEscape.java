package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.escaper.EscapeFilter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.Html;
import nuages.web.template.Markup;
import org.jspecify.annotations.Nullable;

/** Escapes what is printed, and knows what is HTML already. */
final class HtmlEscape extends EscapeFilter {
    HtmlEscape() {
        addEscapingStrategy(HTML_ESCAPE_STRATEGY, Html::escape);
    }

    @Override
    public @Nullable Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int line) {
        return switch (input) {
            case null -> null;
            case SafeString safe -> safe;
            case Markup markup -> new SafeText(markup.html());
            case Optional<?> optional -> apply(optional.orElse(null), arguments, self, context, line);
            default -> super.apply(input, arguments, self, context, line);
        };
    }
}
