package nuages.session;

import static nuages.project.Settings.env;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nuages.data.connection.Work;
import nuages.message.Messages;
import nuages.project.Project;
import nuages.session.store.Session_;
import nuages.web.form.Form;
import nuages.web.form.Invalid;
import nuages.web.form.Valid;
import nuages.web.http.Limits;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.Csrf;
import nuages.web.middleware.TrustedProxies;
import nuages.web.page.KeyPage;
import nuages.web.page.Page;
import nuages.web.resource.Folder;
import nuages.web.routing.Param;
import nuages.web.routing.Routes;
import nuages.web.upload.UploadSettings;
import org.jspecify.annotations.Nullable;

/** A site with everything that reads what a visitor sends, for tests that send what none would. */
final class FuzzedSite {
    static final Path FOLDER = Path.of("target", "fuzzed");

    private static final SessionKey<Integer> VISITS = SessionKey.of("visits", Integer.class);
    private static final List<Integer> NUMBERS = IntStream.range(0, 50).boxed().toList();

    private FuzzedSite() {}

    record Line(
            @NotBlank String item,
            @Positive int count,
            @Nullable LocalDate day) {}

    record Vote(long choice, @Nullable String reason) {}

    static void main(String[] args) {
        write("static/site.css", "a { color: red }\n".repeat(100));

        write("uploads/.keep", "");
        Project.of(settings -> settings.secretKey(env("SECRET_KEY"))
                        .database(env("DATABASE_URL", "sqlite::memory:"))
                        .allowedHosts("localhost", ".example.org")
                        .trustedProxies(TrustedProxies.of().withHost(), "127.0.0.1")
                        .middleware(TrustedProxies.of("127.0.0.1").withForwarded())
                        .limits(new Limits(20_000, 100, uploads()))
                        .staticFiles(it -> it.folder(Folder.of(FOLDER.resolve("static"))))
                        .apps(new Sessions(), new Messages())
                        .routes(FuzzedSite::declare))
                .run(args);
    }

    private static UploadSettings uploads() {
        return UploadSettings.standard().with(it -> {
            it.memoryBytes = 5;
            it.fileBytes = 5000;
            it.folder = FOLDER.resolve("uploads");
        });
    }

    private static void write(String name, String text) {
        var file = FOLDER.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void declare(Routes routes) {
        routes.get("/", FuzzedSite::index);
        routes.post("/visit/", FuzzedSite::visit);
        routes.post("/form/", FuzzedSite::form);
        routes.post(
                "/upload/",
                request -> Response.json(request.files().all().stream()
                        .map(it -> it.filename() + it.size() + it.contentType())
                        .toList()));
        routes.post("/json/", request -> Response.json(request.json(Vote.class).choice()));
        routes.get("/numbers/", request -> Response.json(Page.of(NUMBERS, request, 7)));
        routes.get(
                "/sessions/",
                request -> Response.json(KeyPage.of(
                                nuages.session.store.Session.objects.orderBy(Session_.sessionKey.asc()),
                                it -> it.sessionKey,
                                it -> it,
                                request,
                                2)
                        .items()
                        .size()));
        routes.get(
                "/rows/{id}/",
                Param.LONG,
                (request, id) -> Response.json(
                        Work.current().database().sql("select ? + 0", id).one(Long.class)));
        routes.get(
                "/file/",
                request -> Response.file(FOLDER.resolve("static/site.css"))
                        .attachment(request.query("name").orElse("a.css")));
        routes.get(
                "/text/",
                request -> Response.text("compress me ".repeat(100))
                        .with("ETag", "\"one\"")
                        .with("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    private static Response index(Request request) {
        var told = new StringBuilder(request.host() + request.remote() + request.secure());
        Messages.read(request).forEach(it -> told.append(it.text()));
        return Response.text(
                told + Csrf.token(request) + Session.of(request).get(VISITS).orElse(0));
    }

    private static Response visit(Request request) {
        var session = Session.of(request);
        session.set(VISITS, session.get(VISITS).orElse(0) + 1);
        Messages.info(request, request.form().value("note").orElse("nothing"));
        return Response.redirect("/");
    }

    private static Response form(Request request) {
        return switch (Form.bind(Line.class, request)) {
            case Valid(Line line) -> Response.text(line.toString());
            case Invalid<Line> form -> Response.html(form.html()).with(Status.UNPROCESSABLE_CONTENT);
        };
    }
}
