package nuages.server;

import java.util.regex.Pattern;
import nuages.web.http.Handler;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;

/**
 * Answers only who asks by an address or by a name that is certainly this machine's: a web page may have let its own name
 * point here, so that its visitor's browser asks for it.
 */
final class OwnNames implements Handler {
    private static final Pattern OWN =
            Pattern.compile("(localhost|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+])(:[0-9]+)?");

    private final Handler pages;

    OwnNames(Handler pages) {
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) throws Exception {
        return OWN.matcher(request.host()).matches()
                ? pages.handle(request)
                : PlainFailures.text(Status.MISDIRECTED_REQUEST);
    }
}
