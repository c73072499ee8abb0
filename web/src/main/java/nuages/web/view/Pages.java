package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.function.Supplier;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Route0;

/** Views that need no rows. Threads share them. */
public final class Pages {
    private Pages() {}

    /** A template, and nothing but: {@code routes.get("/about/", Pages.template("about"))}. */
    public static Route0.View template(String name) {
        return request -> html(name);
    }

    /** Sends visitors elsewhere (302), to a URL that is asked for by each request: {@code PollUrls.index::url}. */
    public static Route0.View redirect(Supplier<String> url) {
        return request -> Response.redirect(url.get());
    }

    /** Sends visitors elsewhere for good (301), which browsers remember. */
    public static Route0.View movedTo(Supplier<String> url) {
        return request -> Response.redirect(Status.MOVED_PERMANENTLY, url.get());
    }
}
