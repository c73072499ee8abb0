package nuages.session;

import static nuages.project.Settings.env;

import nuages.message.Messages;
import nuages.project.Project;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.template.Templates;

/** A project with sessions and messages, which a test starts as users do. */
final class Blog {
    private static final SessionKey<Integer> VISITS = SessionKey.of("visits", Integer.class);

    private Blog() {}

    static void main(String[] args) {
        Project.of(settings -> {
                    if (System.getenv("SECRET_KEY") != null) {
                        settings.secretKey(env("SECRET_KEY")).secretKeyFallbacks(env("SECRET_KEY_FALLBACKS", ""));
                    }
                    settings.database(env("DATABASE_URL", "sqlite::memory:"))
                            .apps(new Sessions(), new Messages())
                            .routes(it -> it.get("/", Blog::count));
                })
                .run(args);
    }

    private static Response count(Request request) {
        var session = Session.of(request);
        int visits = session.get(VISITS).orElse(0) + 1;
        session.set(VISITS, visits);
        Messages.info(request, "1 < 2");
        return Templates.html("blog", "visits", visits);
    }
}
