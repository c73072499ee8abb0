package nuages.web.view;

import java.util.Set;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;

/** What views of forms answer to methods that neither show nor send them. */
final class FormMethods {
    private static final Set<Method> ANSWERED = Set.of(Method.GET, Method.HEAD, Method.POST, Method.OPTIONS);

    private FormMethods() {}

    /** Whether a request shows a form or sends it; others are answered without a query. */
    static boolean has(Request request) {
        return request.method() != Method.OPTIONS && ANSWERED.contains(request.method());
    }

    /** Tells what there is; whatever else is asked for is refused. */
    static Response other(Request request) {
        if (request.method() == Method.OPTIONS) {
            return Response.empty(Status.NO_CONTENT).with("Allow", MethodNotAllowed.allow(ANSWERED));
        }
        throw new MethodNotAllowed(request.method(), ANSWERED);
    }
}
