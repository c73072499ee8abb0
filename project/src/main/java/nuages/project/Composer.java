package nuages.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Statements.Strict;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelSettings;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.project.command.Inventory;
import nuages.project.command.Pages;
import nuages.project.command.Part;
import nuages.project.command.Site;
import nuages.project.develop.Developing;
import nuages.project.migrate.AtStart;
import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;
import nuages.web.http.Handler;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.routing.InvalidRoutes;
import nuages.web.routing.Router;
import nuages.web.routing.Routes;
import nuages.web.signing.Signing;
import nuages.web.staticfile.StaticFiles;
import nuages.web.storage.Storage;
import nuages.web.template.Templates;
import nuages.web.view.Errors;
import nuages.web.view.Insight;
import nuages.web.view.SourceFolders;
import org.jspecify.annotations.Nullable;

/** Makes a site of settings, or tells everything that is missing or wrong. One thread uses it. */
final class Composer {
    private final Settings settings;
    private final Environment environment;
    private final Problems problems;
    private final Map<String, DatabaseUrl> urls = new HashMap<>();

    Composer(Settings settings) {
        this.settings = settings;
        this.environment = settings.environment;
        this.problems = settings.environment.problems();
    }

    /** The site; a {@link nuages.data.error.SettingsException} with all that is missing or wrong if there is none. */
    Site site() {
        var keys = SecretKeys.read(settings.secretKey, settings.secretKeyFallbacks, environment);
        checkApps();
        var server = Variable.apply(Variable.SERVER, environment, settings.server, ServerSettings::with);
        var management = ManagementSettings.standard()
                .withHost(fallback("NUAGES_MANAGEMENT_HOST", "127.0.0.1", Reader.text("127.0.0.1")))
                .withPort(fallback("NUAGES_MANAGEMENT_PORT", "9000", Reader.port(9000)));
        var instances = fallback("NUAGES_INSTANCES", "1", Reader.number(1, 100_000, 4));
        boolean debug = debug();
        var errors = debug ? Errors.forDevelopers(insight()) : Errors.forVisitors();
        var guarded = settings.guards.read(environment, debug, server);
        var pages = pages(debug || Developing.around(Thread.currentThread()).isPresent());
        var handler = handler(errors, keys, pages, guarded);
        var databases = databases();
        problems.raise();
        var deployment = new Deployment(keys, debug, server, management, urls, environment.file());
        return new Site(
                Databases.of(databases.toArray(Database[]::new))
                        .with(ModelSettings.class, modelSettings())
                        .with(Strict.class, debug ? Strict.WARN : Strict.OFF),
                handler,
                errors::answer,
                server,
                management,
                this::start,
                () -> reminders(settings.guards.reminders(guarded)),
                instances,
                environment.used(),
                settings.apps.stream().flatMap(app -> app.problems().stream()).toList(),
                unknown(),
                new Inventory(
                        parts(),
                        urls,
                        environment.values(),
                        () -> warnings(deployment, pages.files(), guarded),
                        pages));
    }

    private Insight insight() {
        return new Insight(
                SourceFolders.of(Path.of("")),
                () -> environment.values().stream()
                        .map(it -> new Insight.Setting(it.name(), it.value(), it.source()))
                        .toList(),
                () -> allRoutes().stream().flatMap(it -> it.list().stream()).toList());
    }

    private List<Routes> allRoutes() {
        var routes = new ArrayList<Routes>(settings.routes);
        settings.apps.forEach(app -> app.routes().ifPresent(routes::add));
        return routes;
    }

    private static List<String> uncollected(StaticFiles files) {
        boolean some =
                files.settings().folders().stream().anyMatch(it -> !it.names().isEmpty());
        return files.collected() || !some
                ? List.of()
                : List.of(
                        "static files are not collected in " + files.settings().root()
                                + ", so that browsers ask for each of them each time: run collectstatic");
    }

    private Pages pages(boolean developing) {
        var files = new SiteFiles(settings).make(developing);
        return new Pages(new SiteTemplates(settings).make(files, developing), files);
    }

    private boolean debug() {
        var code = settings.debug ? "the code" : Setting.STANDARD;
        var setting = new Setting("NUAGES_DEBUG", String.valueOf(settings.debug), code);
        return environment.read(setting, Reader.flag()).orElse(settings.debug);
    }

    private List<Class<? extends KeyedModel<?>>> models() {
        return settings.apps.stream()
                .<Class<? extends KeyedModel<?>>>flatMap(app -> app.models().stream())
                .toList();
    }

    private List<String> warnings(Deployment deployment, StaticFiles files, Guards.Read guarded) {
        var all = new ArrayList<>(deployment.warnings());
        all.addAll(uncollected(files));
        all.addAll(settings.guards.warnings(guarded));
        return all;
    }

    private ModelSettings modelSettings() {
        var standard = ModelSettings.standard().models(models());
        var routed = settings.router == null ? standard : standard.router(settings.router);
        return settings.clock == null ? routed : routed.clock(settings.clock);
    }

    private List<Part> parts() {
        return settings.apps.stream()
                .map(it -> new Part(it.name(), it.models(), it.migrations(), it.getClass()))
                .toList();
    }

    private void checkApps() {
        var names = new HashSet<String>();
        for (var app : settings.apps) {
            if (!names.add(app.name())) {
                problems.add("two apps are called \"" + app.name() + "\": remove one, or rename it");
            }
            if (app.signs() && settings.secretKey == null) {
                problems.add(
                        "the app \"" + app.name() + "\" signs what visitors carry, and the project has no secret key:"
                                + " add secretKey(env(\"SECRET_KEY\"))");
            }
        }
    }

    private Request.Equipment equipment(Router router, Pages pages, @Nullable Signing signing) {
        var usual = Request.Equipment.of(settings.limits)
                .with(Router.KEY, router)
                .with(Templates.KEY, pages.templates())
                .with(StaticFiles.KEY, pages.files());
        var signed = signing == null ? usual : usual.with(Signing.KEY, signing);
        return settings.storage == null ? signed : signed.with(Storage.KEY, settings.storage);
    }

    private Handler handler(Errors errors, SecretKeys keys, Pages pages, Guards.Read guarded) {
        var middleware = new ArrayList<Middleware>();
        middleware.add(errors);
        middleware.add(errors.ofViews());
        middleware.add(pages.files());
        settings.apps.forEach(app -> middleware.addAll(app.middleware()));
        middleware.addAll(settings.middleware);
        middleware.addAll(0, settings.guards.middleware(guarded, middleware, problems));
        middleware.sort(Comparator.comparing(Middleware::stage));
        try {
            var router = Router.of(allRoutes());
            var stack = Middleware.stack(middleware, router);
            var signing = keys.signing(settings.clock).orElse(null);
            return new Equipped(equipment(router, pages, signing), stack, router);
        } catch (InvalidRoutes wrong) {
            wrong.problems().forEach(problems::add);
            return request -> {
                throw wrong;
            };
        }
    }

    private List<Database> databases() {
        var pool = Variable.apply(Variable.POOL, environment, settings.pool, PoolSettings::with);
        var opened = new ArrayList<Database>();
        settings.databases.forEach((alias, setting) -> environment
                .read(setting, Reader.text("postgresql://user:password@localhost/site"))
                .ifPresent(url -> {
                    var name = setting.name() + " (" + environment.source(setting) + ")";
                    problems.attempt(name, opened, all -> {
                        all.add(settings.opening.open(alias, url, pool));
                        urls.put(alias, DatabaseUrl.parse(url));
                        return all;
                    });
                }));
        return opened;
    }

    private void start() throws Exception {
        if (settings.migrating) {
            AtStart.migrate(parts());
        }
        for (var app : settings.apps) {
            app.started();
        }
        for (var start : settings.starts) {
            start.run();
        }
    }

    private List<String> reminders(List<String> others) {
        var all = new ArrayList<>(others);
        if (!settings.migrating && !settings.databases.isEmpty()) {
            all.addAll(AtStart.reminders(parts()));
        }
        return all;
    }

    private List<String> unknown() {
        return environment.unused("NUAGES_").stream()
                .map(set -> set + " is no setting of Nuages: it changes nothing")
                .toList();
    }

    private <T> T fallback(String name, String fallback, Reader<T> reader) {
        return environment
                .read(new Setting(name, fallback, Setting.STANDARD), reader)
                .or(() -> reader.parse().apply(fallback))
                .orElseThrow();
    }
}
