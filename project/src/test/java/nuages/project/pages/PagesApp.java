package nuages.project.pages;

import static nuages.web.routing.Param.STRING;
import static nuages.web.template.Templates.html;

import java.util.Optional;
import nuages.project.App;
import nuages.web.routing.Route1;
import nuages.web.routing.Routes;
import nuages.web.template.TemplateSettings;

/** Greets. */
public final class PagesApp implements App {
    static final Routes routes = Routes.at("/pages");
    static final Route1<String> hello =
            routes.get("/{name}/", STRING, (request, name) -> html("pages/hello", "name", name));

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public Optional<Routes> routes() {
        return Optional.of(routes);
    }

    @Override
    public void templates(TemplateSettings templates) {
        templates.function("greet", call -> "Hello " + call.text(0));
    }
}
