package tfb;

import static nuages.project.Settings.env;

import nuages.project.Project;

/** The project: {@code runserver}. */
final class Site {
    private Site() {}

    static void main(String[] args) {
        Project.of(settings ->
                        settings.database(env("DATABASE_URL", "sqlite:tfb.db")).apps(new Tfb()))
                .run(args);
    }
}
