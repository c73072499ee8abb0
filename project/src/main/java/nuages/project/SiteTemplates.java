package nuages.project;

import java.util.LinkedHashMap;
import java.util.Objects;
import nuages.web.form.FormTemplates;
import nuages.web.middleware.ContentSecurityPolicy;
import nuages.web.middleware.Csrf;
import nuages.web.resource.Folder;
import nuages.web.routing.RouteNames;
import nuages.web.routing.Routes;
import nuages.web.staticfile.StaticFiles;
import nuages.web.template.Markup;
import nuages.web.template.TemplateSettings;
import nuages.web.template.Templates;
import nuages.web.template.pebble.Pebble;
import nuages.web.view.Errors;

/**
 * Puts the templates of a project together. A template is looked for in the folders that the project names, then in {@code
 * templates} on the class path, then in {@code templates} in the package of each app, in their order: so a project
 * overrides its apps, and an app those behind it.
 */
final class SiteTemplates {
    private static final String FOLDER = "templates";

    private final Settings settings;

    SiteTemplates(Settings settings) {
        this.settings = settings;
    }

    Templates make(StaticFiles files, boolean reload) {
        var own = TemplateSettings.none().reload(reload);
        settings.templates.forEach(change -> change.accept(own));
        if (settings.clock != null) {
            own.clock(settings.clock.withZone(own.clock().getZone()));
        }
        var apps = TemplateSettings.standard()
                .engine(Pebble::new)
                .urls(names())
                .files(files)
                .function("csrf_token", Errors.within(call -> Csrf.token(call.request()), ""))
                .function("csrf_input", Errors.within(call -> new Markup(Csrf.input(call.request())), ""))
                .function("csp_nonce", call -> ContentSecurityPolicy.nonce(call.request()))
                .folder(Folder.onClassPath(loader(), FOLDER));
        FormTemplates.add(apps);
        for (var app : settings.apps) {
            app.templates(apps);
            apps.folder(Folder.beside(app.getClass(), FOLDER));
        }
        return Templates.of(own.before(apps));
    }

    private RouteNames names() {
        var apps = new LinkedHashMap<String, Routes>();
        settings.apps.forEach(app -> app.routes().ifPresent(routes -> apps.put(app.name(), routes)));
        return RouteNames.of(apps, settings.routes);
    }

    /** What finds the classes and files of the project. */
    static ClassLoader loader() {
        return Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), ClassLoader.getSystemClassLoader());
    }
}
