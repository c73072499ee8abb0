package nuages.testing.polls;

import static nuages.project.Settings.env;

import nuages.project.Project;

/** The site. */
public final class Site {
    private Site() {}

    /** Runs it. */
    static void main(String[] args) {
        Project.of(settings -> settings.secretKey(env("SECRET_KEY_OF_POLLS"))
                        .database(env("POLLS_DATABASE_URL", "sqlite:polls.db"))
                        .apps(new Polls())
                        .routes(Probes.routes, Pages.routes))
                .run(args);
    }
}
