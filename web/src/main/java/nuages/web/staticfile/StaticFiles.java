package nuages.web.staticfile;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Key;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.Middleware;
import nuages.web.http.NotFound;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;
import nuages.web.resource.Folder;
import nuages.web.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The static files of a site: gives their URLs, and answers with them. Threads share it.
 *
 * <p>Where they were collected, only what was collected is served: by its hashed name for a year, compressed to who takes
 * that, and by its own name for a minute. Elsewhere, and while the site is developed, they are served from where they are, and
 * browsers ask each time whether they have changed.
 */
public final class StaticFiles implements Middleware {
    /** Under which requests carry the static files of their site. */
    public static final Key<StaticFiles> KEY = Key.of("static files");

    private final StaticSettings settings;
    private final @Nullable Manifest manifest;
    private final Map<String, ServedFile> collected = new HashMap<>();

    private StaticFiles(StaticSettings settings, @Nullable Manifest manifest) {
        this.settings = settings;
        this.manifest = manifest;
        if (manifest != null) {
            var root = Folder.of(settings.root());
            manifest.paths().forEach((name, hashed) -> {
                add(root, name, ServedFile.FOR_A_MINUTE);
                add(root, hashed, ServedFile.FOR_GOOD);
            });
        }
    }

    /**
     * Static files with these settings.
     *
     * @param developing whether to serve them from where they are, even if some were collected
     */
    public static StaticFiles of(StaticSettings settings, boolean developing) {
        return new StaticFiles(
                settings, developing ? null : Manifest.read(settings.root()).orElse(null));
    }

    private void add(Folder root, String name, String cacheControl) {
        root.find(name)
                .flatMap(Resource::file)
                .ifPresent(file -> collected.put(name, ServedFile.of(file, name, cacheControl)));
    }

    /** Whether they were collected. */
    public boolean collected() {
        return manifest != null;
    }

    /** The settings they were made with. */
    public StaticSettings settings() {
        return settings;
    }

    /**
     * The URL of a file, by its name such as {@code polls/style.css}.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String url(String name) {
        var found = manifest == null ? null : manifest.paths().get(name);
        if (found == null) {
            var problem = problem(name);
            if (problem != null) {
                throw new IllegalArgumentException(problem);
            }
        }
        return settings.url() + PercentEncoding.path(found == null ? name : found);
    }

    /** What is wrong with the name of a file; null if there is such a file. */
    public @Nullable String problem(String name) {
        if (manifest != null) {
            return manifest.paths().containsKey(name)
                    ? null
                    : "there is no static file \"" + name + "\" among those collected in " + settings.root()
                            + ": correct the name, or run collectstatic again";
        }
        return settings.find(name).isPresent() ? null : missing(name);
    }

    private String missing(String name) {
        var folders = settings.folders().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "there is no static file \"" + name + "\" in "
                + (folders.isEmpty() ? "any folder, as there is none" : folders) + ": add it, or correct the name";
    }

    @Override
    public Stage stage() {
        return Stage.STATIC_FILES;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        if (!request.path().startsWith(settings.url())) {
            return next.handle(request);
        }
        if (request.method() != Method.GET && request.method() != Method.HEAD) {
            throw new MethodNotAllowed(request.method(), Set.of(Method.GET, Method.HEAD));
        }
        var name = request.path().substring(settings.url().length());
        if (manifest != null) {
            var file = collected.get(name);
            if (file == null) {
                throw new NotFound("\"" + name + "\" is none of the static files that were collected");
            }
            return file.answer(request);
        }
        var found = settings.find(name).orElseThrow(() -> new NotFound(missing(name)));
        return found.file().map(file -> fromSources(file, name).answer(request)).orElseGet(() -> fromJar(found));
    }

    private static ServedFile fromSources(Path file, String name) {
        return ServedFile.of(file, name, ServedFile.ASK_FIRST);
    }

    private static Response fromJar(Resource found) {
        var headers =
                Headers.of("Content-Type", Response.contentTypeOf(found.name()), "Cache-Control", ServedFile.ASK_FIRST);
        return new Response.Full(Status.OK, headers, found.bytes());
    }
}
