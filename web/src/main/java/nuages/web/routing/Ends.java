package nuages.web.routing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nuages.web.http.Method;
import org.jspecify.annotations.Nullable;

/** The routes of one path, by method. Changed only while a router is built. */
final class Ends {
    private final Map<Method, Declaration> byMethod = new EnumMap<>(Method.class);

    /** Adds a route; the earlier one, if a method has one already. */
    @Nullable
    Declaration add(Declaration declaration) {
        for (Method method : declaration.methods()) {
            Declaration earlier = byMethod.putIfAbsent(method, declaration);
            if (earlier != null) {
                return earlier;
            }
        }
        return null;
    }

    /** The route for a method; for HEAD, that for GET will do. */
    @Nullable
    Declaration find(Method method) {
        Declaration found = byMethod.get(method);
        return found == null && method == Method.HEAD ? byMethod.get(Method.GET) : found;
    }

    /** The methods that have a route, without those that are answered of themselves. */
    Set<Method> allowed() {
        return byMethod.keySet();
    }
}
