package nuages.web.template.pebble;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nuages.web.http.Request;
import nuages.web.template.Call;
import org.jspecify.annotations.Nullable;

/** Calls as the engine makes them, handed to what a site has registered. */
final class Calls {
    private Calls() {}

    /** A call of ours: the engine names arguments without a name by their places. */
    static Call of(Map<String, Object> all, EvaluationContext context) {
        if (all.isEmpty()) {
            return new Call(List.of(), Map.of(), context.getLocale(), request(context));
        }
        var arguments = new ArrayList<@Nullable Object>(all.size());
        for (int i = 0; i < all.size() && all.containsKey(String.valueOf(i)); i++) {
            arguments.add(given(all.get(String.valueOf(i))));
        }
        Map<String, @Nullable Object> named = Map.of();
        if (arguments.size() < all.size()) {
            named = new TreeMap<>();
            for (var each : all.entrySet()) {
                if (!Character.isDigit(each.getKey().charAt(0))) {
                    named.put(each.getKey(), given(each.getValue()));
                }
            }
        }
        return new Call(arguments, named, context.getLocale(), request(context));
    }

    /** What is written for a failure in that line, unless it is for others than the author of the template. */
    static RuntimeException failed(Exception failure, String template, int line) {
        if (Failure.isForOthers(failure)) {
            return (RuntimeException) failure;
        }
        return new PebbleException(failure, Failure.said(failure), line > 0 ? line : null, template);
    }

    private static @Nullable Object given(@Nullable Object value) {
        return value instanceof SafeText safe ? safe.markup() : value;
    }

    private static @Nullable Request request(EvaluationContext context) {
        var seen = context.getVariable(SiteExtension.REQUEST);
        if (seen == null && context instanceof EvaluationContextImpl whole) { // within a macro, which sees no model
            for (var scope : whole.getScopeChain().getGlobalScopes()) {
                if (scope.get(SiteExtension.REQUEST) instanceof Request request) {
                    return request;
                }
            }
        }
        return Pebble.request(seen);
    }
}
