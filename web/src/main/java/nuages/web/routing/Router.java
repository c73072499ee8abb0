package nuages.web.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;

/**
 * Finds the view for a request. Where there is none it throws {@link NotFound} or {@link MethodNotAllowed}, or, if a
 * {@code GET} lacks only the slash at its end, sends the client there for good (301). Threads may share it.
 */
public final class Router implements Handler {
    /** Where a project has it, so that {@link Matched} can ask. */
    public static final Key<Router> KEY = Key.of("router");

    private static final String ALL_METHODS =
            MethodNotAllowed.allow(EnumSet.complementOf(EnumSet.of(Method.TRACE, Method.CONNECT)));

    private final Node root;

    /** The paths, as they are sent, that are answered on the event loop. */
    private final Set<String> onEventLoop;

    private Router(Node root, Set<String> onEventLoop) {
        this.root = root;
        this.onEventLoop = onEventLoop;
    }

    /**
     * A router for all of these.
     *
     * @throws InvalidRoutes with all mistakes in them
     */
    public static Router of(List<Routes> routes) {
        var declarations = new ArrayList<Declaration>();
        var problems = new ArrayList<String>();
        routes.forEach(each -> each.collect(declarations, problems));
        var root = new Node();
        for (Declaration each : declarations) {
            if (each.problems().isEmpty()) {
                add(root, each, problems);
            } else {
                each.problems().forEach(problem -> problems.add(each.place() + ": " + each + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRoutes(problems);
        }
        return new Router(
                root,
                declarations.stream()
                        .filter(each -> each.onEventLoop() && each.methods().contains(Method.GET))
                        .map(Declaration::url)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A router for all of these. */
    public static Router of(Routes... routes) {
        return of(List.of(routes));
    }

    private static void add(Node root, Declaration declaration, List<String> problems) {
        Node node = root;
        for (Pattern.Piece piece : declaration.pieces()) {
            node = node.at(piece);
        }
        Declaration earlier = (declaration.slash() ? node.slashed() : node.plain()).add(declaration);
        if (earlier != null) {
            problems.add(declaration.place() + ": " + declaration + ": the same requests already go to " + earlier
                    + " of " + earlier.place() + ": remove one of them");
        }
    }

    @Override
    public boolean neverWaits(String path) {
        return onEventLoop.contains(path);
    }

    @Override
    public Response handle(Request request) throws Exception {
        if (request.path().equals("*")) {
            return Response.empty(Status.NO_CONTENT).with("Allow", ALL_METHODS);
        }
        var search = new Search(request.path(), request.method());
        Declaration found = search.from(root);
        return found == null
                ? unmatched(request, search)
                : request.answeredBy(matched -> found.call().answer(matched, search.values()));
    }

    /** The route that leads a request to a view. */
    Optional<Matched> match(Request request) {
        var search = new Search(request.path(), request.method());
        Declaration found = search.from(root);
        return found == null ? Optional.empty() : Optional.of(new Matched(found, search.values()));
    }

    private static Response unmatched(Request request, Search search) {
        boolean options = request.method() == Method.OPTIONS;
        Set<Method> allowed = withImplied(search.allowed());
        if (!allowed.isEmpty()) {
            if (options) {
                return Response.empty(Status.NO_CONTENT).with("Allow", MethodNotAllowed.allow(allowed));
            }
            throw new MethodNotAllowed(request.method(), allowed);
        }
        if (!search.slashMissing()) {
            throw new NotFound("no route for " + request);
        }
        if (request.method() != Method.GET && request.method() != Method.HEAD) {
            throw new NotFound("no route for " + request + ", but one with a slash behind it: add the slash where this"
                    + " request is made, as a redirect would lose its body");
        }
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return Response.redirect(Status.MOVED_PERMANENTLY, PercentEncoding.path(request.path()) + "/" + query);
    }

    /** With the methods that are answered of themselves. */
    private static Set<Method> withImplied(Set<Method> declared) {
        if (declared.isEmpty()) {
            return declared;
        }
        var allowed = EnumSet.copyOf(declared);
        allowed.add(Method.OPTIONS);
        if (declared.contains(Method.GET)) {
            allowed.add(Method.HEAD);
        }
        return allowed;
    }
}
