package nuages.web.template;

import nuages.web.staticfile.StaticFiles;
import org.jspecify.annotations.Nullable;

/** The function {@code static}: the URL of a static file. */
record StaticFunction(StaticFiles files) implements TemplateFunction {
    @Override
    public String call(Call call) {
        return files.url(call.text(0));
    }

    @Override
    public @Nullable String problem(String firstArgument) {
        return files.problem(firstArgument);
    }
}
