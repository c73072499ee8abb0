package nuages.testing.polls;

import static nuages.web.http.Html.escape;
import static nuages.web.http.Response.html;
import static nuages.web.http.Response.json;
import static nuages.web.http.Response.redirect;
import static nuages.web.http.Response.stream;
import static nuages.web.http.Response.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Work;
import nuages.web.http.BadRequest;
import nuages.web.http.Cookie;
import nuages.web.http.HttpException;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.Csrf;
import nuages.web.routing.Routes;

/** Pages that show what a request was, and some that fail. */
final class Probes {
    static final Routes routes = Routes.at("/probes");

    private static final String FORM = """
        <form method="post">
          <input type="hidden" name="csrfmiddlewaretoken" value="TOKEN">
          <p><label for="name">Your name</label> <input id="name" name="name" autocomplete="name" required></p>
          <p><button>Send</button></p>
        </form>
        """;

    static {
        FormPages.add(routes);
        routes.get(
                "/echo/",
                request -> text(request.method() + " " + request.path() + "?" + request.query() + " "
                        + (request.secure() ? "secure " : "")
                        + request.headers().first("X-Test").orElse("")));
        routes.post(
                "/echo/",
                request -> text(request.headers().first("Content-Type").orElse("") + "\n" + request.text()));
        routes.get("/count/", Probes::count);
        routes.get(
                "/cookies/",
                request -> text("").with(
                                "Set-Cookie", "dated=1; Path=/; Expires=Fri, 31 Dec 2100 23:59:59 GMT; Max-Age=soon")
                        .with(Cookie.of("brief", "1").withMaxAge(Duration.ofMinutes(1)))
                        .with(Cookie.of("lasting", "1")));
        routes.get("/twice/", request -> redirect("/probes/once/"));
        routes.get("/once/", request -> redirect("../echo/?from=once"));
        routes.get("/round/", request -> redirect("/probes/round/"));
        routes.get("/elsewhere/", request -> redirect("https://example.org/"));
        routes.post("/again/", request -> redirect(Status.TEMPORARY_REDIRECT, "/probes/echo/"));
        routes.get("/broken/", request -> {
            throw new IllegalStateException("this view is broken");
        });
        routes.get("/one-by-one/", Probes::oneByOne);
        routes.get("/json/", request -> json(new Answer("tea", List.of(1, 2))));
        routes.get(
                "/stream/",
                request -> stream("text/plain", out -> {
                    for (var question : Question.objects.list()) {
                        out.write(question.text.getBytes(StandardCharsets.UTF_8));
                    }
                }));
        routes.get(
                "/ticks/",
                request -> stream("text/plain", out -> {
                    for (int i = 1; true; i++) {
                        out.write(("tick " + i + " of " + Question.objects.count() + "\n")
                                .getBytes(StandardCharsets.UTF_8));
                        out.flush();
                        Thread.sleep(5);
                    }
                }));
        routes.get(
                "/breaking/",
                request -> stream("text/plain", out -> {
                    out.write("one\n".getBytes(StandardCharsets.UTF_8));
                    throw new IllegalStateException("the stream is broken");
                }));
        routes.post("/commit/", Probes::commit);
        routes.get("/commit/", Probes::commit);
        routes.get("/form/", request -> page("Name", FORM.replace("TOKEN", Csrf.token(request))));
        routes.post(
                "/form/",
                request -> page(
                        "Hello",
                        "<p>Hello, " + escape(request.form().value("name").orElse("")) + ".</p>"));
        routes.get(
                "/careless/",
                request ->
                        page("Search", "<p>You looked for " + request.query("q").orElse("") + "</p>"));
        routes.get("/wrong/", request -> {
            throw new BadRequest("the moon is not full");
        });
        routes.get("/refused/", request -> {
            throw new HttpException(Status.FORBIDDEN, "not you", null);
        });
    }

    private Probes() {}

    private static Response page(String title, String body) {
        return html("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<link rel=\"icon\" href=\"data:,\"><title>" + title
                + "</title></head><body><main><h1>" + title + "</h1>" + body + "</main></body></html>");
    }

    record Answer(String name, List<Integer> numbers) {}

    private static Response count(Request request) {
        int before = request.cookie("visits").map(Integer::parseInt).orElse(0);
        return before == 3
                ? text("enough").with(Cookie.forget("visits"))
                : text("visit " + (before + 1)).with(Cookie.of("visits", String.valueOf(before + 1)));
    }

    private static Response oneByOne(Request request) {
        for (var choice : Choice.objects.list()) {
            choice.question.fetch();
            Question.objects.get(choice.question.id());
        }
        return text("");
    }

    private static Response commit(Request request) {
        var told = new ArrayList<String>();
        Work.atomic(() -> {
            Work.current().database().onCommit(() -> told.add("committed"));
            Question.objects.create(it -> it.text = "by the view");
        });
        return text(String.join(" ", told));
    }
}
