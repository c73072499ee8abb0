package nuages.web.template;

import nuages.web.http.PercentEncoding;
import nuages.web.routing.RouteNames;
import org.jspecify.annotations.Nullable;

/** The function {@code url}: the URL of a route, with values for its path, and arguments with a name for its query. */
record UrlFunction(RouteNames names) implements TemplateFunction {
    @Override
    public String call(Call call) {
        var arguments = call.arguments();
        var url = names.url(call.text(0), arguments.subList(1, arguments.size()));
        if (call.named().isEmpty()) {
            return url;
        }
        var whole = new StringBuilder(url);
        call.named().forEach((name, value) -> {
            if (value != null) {
                whole.append(whole.length() == url.length() ? '?' : '&')
                        .append(PercentEncoding.query(name))
                        .append('=')
                        .append(PercentEncoding.query(value.toString()));
            }
        });
        return whole.toString();
    }

    @Override
    public @Nullable String problem(String firstArgument) {
        return names.problem(firstArgument);
    }
}
