package nuages.testing.polls;

import java.util.List;
import java.util.Optional;
import nuages.data.model.KeyedModel;
import nuages.project.App;
import nuages.web.routing.Routes;

/** The app. */
final class Polls implements App {
    @Override
    public String name() {
        return "polls";
    }

    @Override
    public List<Class<? extends KeyedModel<?>>> models() {
        return List.of(Question.class, Choice.class);
    }

    @Override
    public Optional<Routes> routes() {
        return Optional.of(PollUrls.routes);
    }
}
