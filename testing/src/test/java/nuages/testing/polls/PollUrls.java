package nuages.testing.polls;

import static nuages.web.routing.Param.LONG;

import nuages.web.routing.Route0;
import nuages.web.routing.Route1;
import nuages.web.routing.Routes;

/** The URLs of the app. */
public final class PollUrls {
    static final Routes routes = Routes.at("/polls");
    public static final Route0 index = routes.get("/", PollViews::index);
    public static final Route1<Long> detail = routes.get("/{id}/", LONG, PollViews::detail);
    public static final Route1<Long> vote = routes.post("/{id}/vote/", LONG, PollViews::vote);

    private PollUrls() {}
}
