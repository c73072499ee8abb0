package polls;

import static nuages.project.Settings.env;

import nuages.message.Messages;
import nuages.project.Project;
import nuages.session.Sessions;
import nuages.web.view.Pages;

/** The project: {@code runserver}, {@code migrate}, {@code test} and others. */
final class Site {
    private Site() {}

    static void main(String[] args) {
        Project.of(settings -> settings.database(env("DATABASE_URL", "sqlite:polls.db"))
                        .secretKey(env("SECRET_KEY", "only-for-looking-at-the-example-never-in-earnest"))
                        .apps(new Sessions(), new Messages(), new Polls())
                        .routes(routes -> routes.get("/", Pages.redirect(PollUrls.index::url)))
                        .atStart(Samples::addIfEmpty)
                        .migrateAtStart())
                .run(args);
    }
}
