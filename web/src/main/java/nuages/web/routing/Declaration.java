package nuages.web.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.web.http.Method;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;

/** A route as its user wrote it, and where. Immutable, but for the prefix of its routes, and where it is answered. */
final class Declaration {
    /** Hands a request and the values of its path to a view. */
    interface Call {
        Response answer(Request request, @Nullable Object[] values) throws Exception;
    }

    private final Routes routes;
    private final String written;
    private final String place;
    private final Class<?> holder;
    private final Set<Method> methods;
    private final Pattern pattern;
    private final Call call;
    private boolean onEventLoop;

    Declaration(Routes routes, Set<Method> methods, String written, List<? extends Param<?>> params, Call call) {
        this.routes = routes;
        this.methods = methods;
        this.written = written;
        this.pattern = Pattern.parse(written, params);
        this.call = call;
        this.place = Place.ofCaller();
        this.holder = Place.classOfCaller();
    }

    Set<Method> methods() {
        return methods;
    }

    Call call() {
        return call;
    }

    /** From now on its view is called on the event loop. */
    void putOnEventLoop() {
        routes.refuseIfRouted();
        onEventLoop = true;
    }

    boolean onEventLoop() {
        return onEventLoop;
    }

    String place() {
        return place;
    }

    /** The class whose code declares it. */
    Class<?> holder() {
        return holder;
    }

    /** The whole pattern, with the prefixes. */
    String whole() {
        return routes.prefix() + written;
    }

    boolean slash() {
        return pattern.slash();
    }

    List<Pattern.Piece> pieces() {
        var pieces = new ArrayList<>(routes.prefixPieces());
        pieces.addAll(pattern.pieces());
        return pieces;
    }

    List<String> problems() {
        if (whole().isEmpty()) {
            return List.of("it is empty, and no path is: write \"/\"");
        }
        return pattern.problems();
    }

    /** The URL with these texts, in order, where the braces are. */
    String url(String... texts) {
        var url = new StringBuilder(PercentEncoding.path(routes.prefix()));
        int next = 0;
        for (Pattern.Piece piece : pattern.pieces()) {
            url.append('/');
            switch (piece) {
                case Pattern.Literal(String text) -> url.append(PercentEncoding.segment(text));
                case Pattern.Slot slot ->
                    url.append(PercentEncoding.segment(slot.before()))
                            .append(PercentEncoding.path(texts[next++]))
                            .append(PercentEncoding.segment(slot.after()));
            }
        }
        return (pattern.slash() ? url.append('/') : url).toString();
    }

    /** The URL with these values, of whatever types, as long as their texts are what the parameters read. */
    String urlOf(List<? extends @Nullable Object> values) {
        var slots = new ArrayList<Param<?>>();
        for (Pattern.Piece piece : pattern.pieces()) {
            if (piece instanceof Pattern.Slot slot) {
                slots.add(slot.param());
            }
        }
        if (values.size() != slots.size()) {
            throw new IllegalArgumentException("the URL " + whole() + " takes " + slots.size() + " values, and "
                    + values + " are " + values.size() + ": give one for each name in braces");
        }
        var texts = new String[slots.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = slots.get(i).rewrite(String.valueOf(values.get(i)));
        }
        return url(texts);
    }

    @Override
    public String toString() {
        return methods.stream().sorted().map(Method::name).collect(Collectors.joining("|")) + " " + whole();
    }
}
