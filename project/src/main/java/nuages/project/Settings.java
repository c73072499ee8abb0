package nuages.project;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nuages.data.connection.Action;
import nuages.data.connection.Database;
import nuages.data.model.ModelSettings;
import nuages.data.settings.PoolSettings;
import nuages.project.trial.Trial;
import nuages.server.ServerSettings;
import nuages.web.http.Limits;
import nuages.web.http.Middleware;
import nuages.web.middleware.ContentPolicy;
import nuages.web.middleware.ContentSecurityPolicy;
import nuages.web.middleware.CsrfSettings;
import nuages.web.middleware.CsrfStore;
import nuages.web.middleware.TrustedProxies;
import nuages.web.routing.Routes;
import nuages.web.staticfile.StaticSettings;
import nuages.web.storage.Storage;
import nuages.web.template.TemplateSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a project is made of and how it runs, in the making. One thread uses it.
 *
 * <p>The environment comes first, then the file {@code .env}, then what the code says: {@code port(8000)} holds unless
 * {@code NUAGES_PORT} is set. {@link #env} names a variable of the project's own. What is missing or wrong is collected
 * and told together, before anything runs.
 */
public final class Settings {
    final Environment environment;
    final List<App> apps = new ArrayList<>();
    final List<Routes> routes = new ArrayList<>();
    final List<Middleware> middleware = new ArrayList<>();
    final List<Consumer<TemplateSettings>> templates = new ArrayList<>();
    final List<Consumer<StaticSettings>> files = new ArrayList<>();
    final List<Action<Exception>> starts = new ArrayList<>();
    final Guards guards = new Guards();
    final Map<String, Setting> databases = new LinkedHashMap<>();
    Trial.Opening opening = Database::open;
    PoolSettings pool = PoolSettings.standard();
    ServerSettings server = ServerSettings.standard();

    Limits limits = Limits.USUAL;

    /** Null if it is the system's. */
    @Nullable
    InstantSource clock;

    @Nullable
    Storage storage;

    @Nullable
    Setting secretKey;

    @Nullable
    Setting secretKeyFallbacks;

    ModelSettings.@Nullable Router router;

    boolean debug;
    boolean migrating;

    Settings(Environment environment) {
        this.environment = environment;
    }

    /** A setting that the environment must have. */
    public static Setting env(String name) {
        return new Setting(name, null, CodeLine.caller());
    }

    /** A setting of the environment, and what it is when the environment has none. */
    public static Setting env(String name, String fallback) {
        return new Setting(name, fallback, CodeLine.caller());
    }

    /** How much of a request is taken into memory, and of its files; a view that needs others says so itself. */
    public Settings limits(Limits most) {
        limits = most;
        return this;
    }

    /**
     * What time it is for the site, if not the system's: for what is signed, sessions, the times that saving fills in, and
     * templates.
     */
    public Settings clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Where the files of visitors are kept: views find it with {@code request.attribute(Storage.KEY)}. */
    public Settings storage(Storage files) {
        storage = files;
        return this;
    }

    /** The key that signs what visitors carry: 32 characters or more, known to nobody else. */
    public Settings secretKey(Setting setting) {
        secretKey = setting;
        return this;
    }

    /**
     * Secret keys that the project had before, with commas between: what they have signed is still good, and they sign
     * nothing any more. {@code secretKeyFallbacks(env("SECRET_KEY_FALLBACKS", ""))}
     */
    public Settings secretKeyFallbacks(Setting setting) {
        secretKeyFallbacks = setting;
        return this;
    }

    /** The default database, by its URL, unless {@code DATABASE_URL} says otherwise. */
    public Settings database(String url) {
        return database(env("DATABASE_URL", url));
    }

    /** The default database: a setting that holds its URL. */
    public Settings database(Setting url) {
        return database("default", url);
    }

    /** One more database, which {@code Work.database(alias)} finds: a setting that holds its URL. */
    public Settings database(String alias, Setting url) {
        if (databases.put(alias, url) != null) {
            environment
                    .problems()
                    .add("the database \"" + alias + "\" is set twice, the second time in " + url.codeLine()
                            + ": give each an alias of its own, for example database(\"replica\","
                            + " env(\"REPLICA_URL\"))");
        }
        return this;
    }

    /** Changes the pools of all databases, unless {@code NUAGES_POOL_…} or a database's URL say otherwise. */
    public Settings pool(Consumer<PoolSettings.Change> change) {
        pool = attempt("pool", pool, it -> it.with(change));
        return this;
    }

    /** Changes how requests are served, unless {@code NUAGES_…} says otherwise. */
    public Settings server(Consumer<ServerSettings.Change> change) {
        server = attempt("server", server, it -> it.with(change));
        return this;
    }

    /** The port of the site, unless {@code NUAGES_PORT} says otherwise; 0 is any free one. */
    public Settings port(int number) {
        server = attempt("port", server, it -> it.with(change -> change.port = number));
        return this;
    }

    /** Whether error pages tell what happened, unless {@code NUAGES_DEBUG} says otherwise. Never where strangers look. */
    public Settings debug(boolean tell) {
        debug = tell;
        return this;
    }

    /** Adds apps. */
    public Settings apps(App... more) {
        apps.addAll(List.of(more));
        return this;
    }

    /** Adds routes of the project's own. */
    public Settings routes(Routes... more) {
        routes.addAll(List.of(more));
        return this;
    }

    /** Adds routes of the project's own, declared on the spot: {@code it -> it.get("/", request -> text("Hello"))}. */
    public Settings routes(Consumer<Routes> declare) {
        var declared = Routes.at("/");
        declare.accept(declared);
        return routes(declared);
    }

    /**
     * Adds what stands between the server and the routes. Their stages say which one sees a request first; of one stage,
     * those of apps do, and then the one that was added first.
     */
    public Settings middleware(Middleware... more) {
        middleware.addAll(List.of(more));
        return this;
    }

    /**
     * Leaves out a middleware that every site has. One that the project or an app adds takes the place of that of its class
     * anyway: {@code middleware(ConditionalGet.hashing())}.
     */
    public Settings without(Class<? extends Middleware> left) {
        guards.without.add(left);
        return this;
    }

    /**
     * The hosts that the site is asked for: {@code example.org}, or with all below it {@code .example.org}; unless
     * {@code NUAGES_ALLOWED_HOSTS} says otherwise. Requests for others are answered with 400. As long as none is named, and
     * while developing, this machine's own names are answered.
     */
    public Settings allowedHosts(String... hosts) {
        guards.hosts.addAll(List.of(hosts));
        return this;
    }

    /**
     * The proxies in front of the site, by address or network: {@code 127.0.0.1}, {@code 10.0.0.0/8}; unless
     * {@code NUAGES_TRUSTED_PROXIES} says otherwise. They tell whom a request is from and whether it came over TLS, in
     * {@code X-Forwarded-For} and {@code X-Forwarded-Proto}.
     */
    public Settings trustedProxies(String... addresses) {
        return trustedProxies(TrustedProxies.of(), addresses);
    }

    /** The proxies in front of the site, which tell it in another way. */
    public Settings trustedProxies(TrustedProxies telling, String... addresses) {
        guards.proxies = telling;
        guards.proxyAddresses.addAll(List.of(addresses));
        return this;
    }

    /**
     * Insists on TLS, unless {@code NUAGES_HTTPS} says otherwise: who comes without is sent to the same URL with it, and
     * browsers are told to stay with it. It has no effect while developing.
     */
    public Settings https(Consumer<HttpsSettings.Change> change) {
        guards.insistsOnTls = true;
        guards.https = attempt("https", guards.https, it -> it.with(change));
        return this;
    }

    /** Changes what the site's pages may load and run; it begins with {@link ContentPolicy#strict()}. */
    public Settings csp(UnaryOperator<ContentPolicy> change) {
        return csp(ContentSecurityPolicy.of(change.apply(ContentPolicy.strict())));
    }

    /** What the site's pages may load and run, and what is only reported. */
    public Settings csp(ContentSecurityPolicy policy) {
        guards.policy = policy;
        return this;
    }

    /** Changes how forged requests are told from others. */
    public Settings csrf(Consumer<CsrfSettings.Change> change) {
        guards.csrf = attempt("csrf", guards.csrf, it -> it.with(change));
        return this;
    }

    /** Keeps the secrets that tell forged requests from others somewhere else than in a cookie, such as in the session. */
    public Settings csrf(CsrfStore store) {
        guards.csrfStore = store;
        return this;
    }

    /**
     * Changes what templates are made with. What the project says holds before what its apps say: its folders come first,
     * and its functions take the place of theirs.
     */
    public Settings templates(Consumer<TemplateSettings> change) {
        templates.add(change);
        return this;
    }

    /** Changes where static files are, how they are called and where they are collected. */
    public Settings staticFiles(Consumer<StaticSettings> change) {
        files.add(change);
        return this;
    }

    /** Runs an action within a work before the server takes requests; if it fails, the server does not start. */
    public Settings atStart(Action<Exception> action) {
        starts.add(action);
        return this;
    }

    /** Chooses among several databases, by model; without, all is in the default one. */
    public Settings router(ModelSettings.Router chosen) {
        router = chosen;
        return this;
    }

    /**
     * Applies migrations to the default database before the server takes requests, and to each other one into which the
     * router says that tables of some model belong. Of several servers that start at once
     * one does so, and the others wait for it. Where migrating takes long, run {@code migrate} before instead.
     */
    public Settings migrateAtStart() {
        migrating = true;
        return this;
    }

    /** A setting of the project's own, as text. */
    public String text(Setting setting) {
        return environment.read(setting, Reader.text("something")).orElse("");
    }

    /** A setting of the project's own, as a whole number. */
    public int number(Setting setting) {
        return environment
                .read(setting, Reader.number(Integer.MIN_VALUE, Integer.MAX_VALUE, 10))
                .orElse(0);
    }

    /** A setting of the project's own that is {@code true} or {@code false}. */
    public boolean flag(Setting setting) {
        return environment.read(setting, Reader.flag()).orElse(false);
    }

    /** A setting of the project's own, as a time such as {@code 250ms}, {@code 5s}, {@code 10m}, {@code 2h}, {@code 7d}. */
    public Duration duration(Setting setting) {
        return environment.read(setting, Reader.duration("5s")).orElse(Duration.ZERO);
    }

    /** A setting of the project's own, as a number of bytes such as {@code 64KB} or {@code 10MB}. */
    public long bytes(Setting setting) {
        return environment.read(setting, Reader.bytes("10MB")).orElse(0L);
    }

    private <T> T attempt(String name, T value, UnaryOperator<T> change) {
        return environment.problems().attempt(name + " (" + CodeLine.caller() + ")", value, change);
    }
}
