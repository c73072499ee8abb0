package nuages.web.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nuages.web.http.Method;
import org.jspecify.annotations.Nullable;

/**
 * A set of routes under one prefix. A pattern such as {@code /{id}/} names the segments that are values; the parameters
 * behind it say, in order, what kind of values. A segment may have text beside its value, as {@code /{slug}.xml} has, which
 * goes before a value alone. {@code GET} answers {@code HEAD} too; {@code OPTIONS} is answered of itself.
 *
 * <p>Which route is tried first does not hang on the order they are declared in: a literal segment is nearer than a value,
 * and a value nearer than a path. Only among values of different kinds the order counts.
 *
 * <p>Declared by one thread while the site starts; from when a {@link Router} is made of them they do not change, and
 * threads may share them. Mistakes are found by the router, all together.
 */
public final class Routes {
    private static final Set<Method> ANY = Set.copyOf(EnumSet.complementOf(EnumSet.of(Method.TRACE, Method.CONNECT)));

    private final String written;
    private final Pattern pattern;
    private final String place;
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Routes> included = new ArrayList<>();
    private @Nullable Routes parent;
    private boolean routed;

    private Routes(String prefix) {
        this.written = prefix.equals("/") ? "" : prefix;
        this.pattern = Pattern.parse(written, List.of());
        this.place = Place.ofCaller();
    }

    /** Routes whose URLs all begin with a prefix, such as {@code /polls}; {@code /} for none. */
    public static Routes at(String prefix) {
        return new Routes(prefix);
    }

    /** All of these routes. */
    public static Routes all(List<Routes> parts) {
        Routes all = new Routes("");
        parts.forEach(all::include);
        return all;
    }

    /**
     * Adds routes that were declared elsewhere, behind this prefix. URLs asked for before do not have it.
     *
     * @throws IllegalStateException if they are included behind another prefix already: a URL must be one
     */
    public Routes include(Routes other) {
        refuseIfRouted();
        if (other.parent != null && !other.parent.prefix().equals(prefix())) {
            throw new IllegalStateException("the routes of " + other.place + " are included behind \""
                    + other.parent.prefix() + "\" and behind \"" + prefix()
                    + "\", so that their URLs would be two: include them once");
        }
        other.parent = this;
        included.add(other);
        return this;
    }

    /** For GET and HEAD, no value in the path. */
    public Route0 get(String path, Route0.View view) {
        return route(Set.of(Method.GET), path, view);
    }

    /** For GET and HEAD, one value in the path. */
    public <A> Route1<A> get(String path, Param<A> first, Route1.View<A> view) {
        return route(Set.of(Method.GET), path, first, view);
    }

    /** For GET and HEAD, two values in the path. */
    public <A, B> Route2<A, B> get(String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return route(Set.of(Method.GET), path, first, second, view);
    }

    /** For GET and HEAD, three values in the path. */
    public <A, B, C> Route3<A, B, C> get(
            String path, Param<A> first, Param<B> second, Param<C> third, Route3.View<A, B, C> view) {
        return route(Set.of(Method.GET), path, first, second, third, view);
    }

    /** For POST, no value in the path. */
    public Route0 post(String path, Route0.View view) {
        return route(Set.of(Method.POST), path, view);
    }

    /** For POST, one value in the path. */
    public <A> Route1<A> post(String path, Param<A> first, Route1.View<A> view) {
        return route(Set.of(Method.POST), path, first, view);
    }

    /** For POST, two values in the path. */
    public <A, B> Route2<A, B> post(String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return route(Set.of(Method.POST), path, first, second, view);
    }

    /** For POST, three values in the path. */
    public <A, B, C> Route3<A, B, C> post(
            String path, Param<A> first, Param<B> second, Param<C> third, Route3.View<A, B, C> view) {
        return route(Set.of(Method.POST), path, first, second, third, view);
    }

    /** For PUT, no value in the path. */
    public Route0 put(String path, Route0.View view) {
        return route(Set.of(Method.PUT), path, view);
    }

    /** For PUT, one value in the path. */
    public <A> Route1<A> put(String path, Param<A> first, Route1.View<A> view) {
        return route(Set.of(Method.PUT), path, first, view);
    }

    /** For PUT, two values in the path. */
    public <A, B> Route2<A, B> put(String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return route(Set.of(Method.PUT), path, first, second, view);
    }

    /** For PUT, three values in the path. */
    public <A, B, C> Route3<A, B, C> put(
            String path, Param<A> first, Param<B> second, Param<C> third, Route3.View<A, B, C> view) {
        return route(Set.of(Method.PUT), path, first, second, third, view);
    }

    /** For PATCH, no value in the path. */
    public Route0 patch(String path, Route0.View view) {
        return route(Set.of(Method.PATCH), path, view);
    }

    /** For PATCH, one value in the path. */
    public <A> Route1<A> patch(String path, Param<A> first, Route1.View<A> view) {
        return route(Set.of(Method.PATCH), path, first, view);
    }

    /** For PATCH, two values in the path. */
    public <A, B> Route2<A, B> patch(String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return route(Set.of(Method.PATCH), path, first, second, view);
    }

    /** For PATCH, three values in the path. */
    public <A, B, C> Route3<A, B, C> patch(
            String path, Param<A> first, Param<B> second, Param<C> third, Route3.View<A, B, C> view) {
        return route(Set.of(Method.PATCH), path, first, second, third, view);
    }

    /** For DELETE, no value in the path. */
    public Route0 delete(String path, Route0.View view) {
        return route(Set.of(Method.DELETE), path, view);
    }

    /** For DELETE, one value in the path. */
    public <A> Route1<A> delete(String path, Param<A> first, Route1.View<A> view) {
        return route(Set.of(Method.DELETE), path, first, view);
    }

    /** For DELETE, two values in the path. */
    public <A, B> Route2<A, B> delete(String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return route(Set.of(Method.DELETE), path, first, second, view);
    }

    /** For DELETE, three values in the path. */
    public <A, B, C> Route3<A, B, C> delete(
            String path, Param<A> first, Param<B> second, Param<C> third, Route3.View<A, B, C> view) {
        return route(Set.of(Method.DELETE), path, first, second, third, view);
    }

    /** Whatever the method is, but for TRACE and CONNECT, no value in the path. */
    public Route0 any(String path, Route0.View view) {
        return route(ANY, path, view);
    }

    /** Whatever the method is, but for TRACE and CONNECT, one value in the path. */
    public <A> Route1<A> any(String path, Param<A> first, Route1.View<A> view) {
        return route(ANY, path, first, view);
    }

    /** Whatever the method is, but for TRACE and CONNECT, two values in the path. */
    public <A, B> Route2<A, B> any(String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return route(ANY, path, first, second, view);
    }

    /** Whatever the method is, but for TRACE and CONNECT, three values in the path. */
    public <A, B, C> Route3<A, B, C> any(
            String path, Param<A> first, Param<B> second, Param<C> third, Route3.View<A, B, C> view) {
        return route(ANY, path, first, second, third, view);
    }

    /** All of these routes, each as its methods and its pattern: {@code GET /polls/{id}/}. */
    public List<String> list() {
        var all = new ArrayList<String>();
        declarations.forEach(each -> all.add(each.toString()));
        included.forEach(each -> all.addAll(each.list()));
        return List.copyOf(all);
    }

    private Route0 route(Set<Method> methods, String path, Route0.View view) {
        return new Route0(add(methods, path, List.of(), (request, values) -> view.view(request)));
    }

    private <A> Route1<A> route(Set<Method> methods, String path, Param<A> first, Route1.View<A> view) {
        return new Route1<>(
                add(methods, path, List.of(first), (request, values) -> view.view(request, first.value(values[0]))),
                first);
    }

    private <A, B> Route2<A, B> route(
            Set<Method> methods, String path, Param<A> first, Param<B> second, Route2.View<A, B> view) {
        return new Route2<>(
                add(
                        methods,
                        path,
                        List.of(first, second),
                        (request, values) -> view.view(request, first.value(values[0]), second.value(values[1]))),
                first,
                second);
    }

    private <A, B, C> Route3<A, B, C> route(
            Set<Method> methods,
            String path,
            Param<A> first,
            Param<B> second,
            Param<C> third,
            Route3.View<A, B, C> view) {
        return new Route3<>(
                add(
                        methods,
                        path,
                        List.of(first, second, third),
                        (request, values) -> view.view(
                                request, first.value(values[0]), second.value(values[1]), third.value(values[2]))),
                first,
                second,
                third);
    }

    private Declaration add(Set<Method> methods, String path, List<? extends Param<?>> params, Declaration.Call call) {
        refuseIfRouted();
        var declaration = new Declaration(this, methods, path, params, call);
        declarations.add(declaration);
        return declaration;
    }

    void refuseIfRouted() {
        if (routed) {
            throw new IllegalStateException(
                    "routes of " + place + " were added or changed after the router had been made,"
                            + " which would never see it: declare them before");
        }
    }

    /** The whole prefix, with those of the routes that include these. */
    String prefix() {
        return parent == null ? written : parent.prefix() + written;
    }

    List<Pattern.Piece> prefixPieces() {
        var pieces = new ArrayList<>(parent == null ? List.of() : parent.prefixPieces());
        pieces.addAll(pattern.pieces());
        return pieces;
    }

    /** Hands over all declarations up to now. */
    void gather(List<Declaration> all) {
        all.addAll(declarations);
        included.forEach(each -> each.gather(all));
    }

    /** Hands over all declarations, and what is wrong with prefixes; from now on there will be no more. */
    void collect(List<Declaration> all, List<String> problems) {
        routed = true;
        all.addAll(declarations);
        for (String problem : pattern.problems()) {
            problems.add(place + ": prefix \"" + written + "\": " + problem);
        }
        if (pattern.slash()) {
            problems.add(place + ": prefix \"" + written + "\": it ends with a slash: leave that to the patterns");
        }
        included.forEach(each -> each.collect(all, problems));
    }
}
