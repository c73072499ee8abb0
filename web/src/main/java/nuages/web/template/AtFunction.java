package nuages.web.template;

import nuages.web.routing.RouteNames;
import org.jspecify.annotations.Nullable;

/** The function {@code at}: whether the request is for that route, with whatever values, or for one of several. */
record AtFunction(RouteNames names) implements TemplateFunction {
    @Override
    public Boolean call(Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (names.leads(call.text(i), call.request())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String problem(String firstArgument) {
        return names.problem(firstArgument);
    }
}
