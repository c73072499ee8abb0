package polls;

import static nuages.web.routing.Param.LONG;

import nuages.web.routing.Route0;
import nuages.web.routing.Route1;
import nuages.web.routing.Routes;
import nuages.web.view.ListView;

/** The URLs of the app. A constant routes and reverses: {@code detail.url(7)} is {@code /polls/7/}. */
public final class PollUrls {
    static final Routes routes = Routes.at("/polls");

    static final Route0 index = routes.get(
            "/",
            ListView.of(() -> Question.open().withMany(Choice_.question), "polls/index")
                    .perPage(10));
    static final Route0 ask = routes.get("/ask/", PollViews::ask);
    static final Route0 create = routes.post("/ask/", PollViews::create);
    static final Route1<Long> detail = routes.get("/{id}/", LONG, PollViews::detail);
    static final Route1<Long> vote = routes.post("/{id}/vote/", LONG, PollViews::vote);
    static final Route1<Long> results = routes.get("/{id}/results/", LONG, PollViews::results);

    private PollUrls() {}
}
