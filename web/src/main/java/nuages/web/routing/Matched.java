package nuages.web.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * The route that leads a request to its view, for whatever treats all of them, such as middleware that counts visits or a
 * menu that marks where the visitor is. It is looked for when it is asked for. Immutable.
 */
public final class Matched {
    private final Declaration declaration;
    private final @Nullable Object[] values;

    Matched(Declaration declaration, @Nullable Object[] values) {
        this.declaration = declaration;
        this.values = values;
    }

    /** That of a request; empty if no view answers it, or outside of a project. */
    public static Optional<Matched> of(Request request) {
        return request.attribute(Router.KEY).flatMap(router -> router.match(request));
    }

    /** The pattern with its prefixes, such as {@code /polls/{id}/}. */
    public String pattern() {
        return declaration.whole();
    }

    /** What its parameters read, in order. */
    public List<Object> values() {
        var all = new ArrayList<Object>(values.length);
        for (Object value : values) {
            if (value != null) {
                all.add(value);
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** Whether it is that route. */
    public boolean is(Route0 route) {
        return declaration == route.declaration();
    }

    /** Whether it is that route, with whatever value. */
    public boolean is(Route1<?> route) {
        return declaration == route.declaration();
    }

    /** Whether it is that route, with whatever values. */
    public boolean is(Route2<?, ?> route) {
        return declaration == route.declaration();
    }

    /** Whether it is that route, with whatever values. */
    public boolean is(Route3<?, ?, ?> route) {
        return declaration == route.declaration();
    }

    Declaration declaration() {
        return declaration;
    }

    /** The methods and the pattern. */
    @Override
    public String toString() {
        return declaration.toString();
    }
}
