package nuages.web.routing;

import static nuages.web.http.Response.redirect;
import static nuages.web.http.Response.text;
import static nuages.web.routing.Param.INT;
import static nuages.web.routing.Param.LONG;
import static nuages.web.routing.Param.SLUG;

import nuages.web.http.Request;
import nuages.web.http.Response;

/** The URLs of an app, written as its users write them: that this compiles is a test. */
final class PollUrls {
    static final Routes routes = Routes.at("/polls");
    static final Route0 index = routes.get("/", PollViews::index);
    static final Route1<Long> detail = routes.get("/{id}/", LONG, PollViews::detail);
    static final Route1<Long> vote = routes.post("/{id}/vote/", LONG, PollViews::vote);
    static final Route2<Integer, String> archive = routes.get("/{year}/{slug}/", INT, SLUG, PollViews::archive);
    static final Route3<Integer, Integer, Integer> day =
            routes.get("/{year}/{month}/{day}/", INT, INT, INT, (request, y, m, d) -> text(y + "-" + m + "-" + d));

    private PollUrls() {}

    /** The pages. */
    static final class PollViews {
        private PollViews() {}

        static Response index(Request request) {
            return text("index of " + request.path());
        }

        static Response detail(Request request, long id) {
            return text("poll " + id);
        }

        static Response vote(Request request, long id) throws Exception {
            return redirect(PollUrls.detail.url(id));
        }

        static Response archive(Request request, int year, String slug) {
            return text(year + " " + slug);
        }
    }
}
