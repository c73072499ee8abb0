package nuages.web.http;

import java.util.Set;
import java.util.stream.Collectors;

/** There is something at this URL, but not for this method: 405, with those that are allowed in {@code Allow}. */
public final class MethodNotAllowed extends HttpException {
    private static final long serialVersionUID = 1L;

    /** Not that one, but these. */
    public MethodNotAllowed(Method method, Set<Method> allowed) {
        super(
                Response.empty(Status.METHOD_NOT_ALLOWED).with("Allow", allow(allowed)),
                method + " is not allowed here; allowed: " + allow(allowed),
                null);
    }

    /** Methods as {@code Allow} lists them. */
    public static String allow(Set<Method> methods) {
        return methods.stream().sorted().map(Method::name).collect(Collectors.joining(", "));
    }
}
