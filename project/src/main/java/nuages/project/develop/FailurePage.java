package nuages.project.develop;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nuages.web.http.Handler;
import nuages.web.http.Html;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;

/**
 * What a developer's browser shows while there is no site: why there is none. It looks again by itself when there is one.
 * Others than browsers get plain text. Threads share it.
 */
final class FailurePage implements Handler {
    private static final String STYLE = """
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222 }
        h1 { color: #b00020; font-size: 1.5rem }
        h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
        h2 code { font-size: inherit }
        pre { background: #f6f6f6; padding: .75rem; overflow-x: auto; font-size: .9rem; line-height: 1.4; margin: 0 0 .25rem }
        .at { background: #ffdfe3; display: block; width: max-content; min-width: 100% }
        .number { color: #888; user-select: none }
        @media (prefers-color-scheme: dark) {
          body { background: #1b1b1b; color: #ddd } h1 { color: #ff6b81 } pre { background: #262626 } .at { background: #5a2330 }
        }
        """;

    private static final String LOOK_AGAIN = """
        setInterval(() => fetch(location.href, {method: "HEAD", cache: "no-store"})
          .then(answer => { if (!answer.headers.has("X-Nuages-Failure")) location.reload() }, () => {}), 1000)
        """;

    private final String title;
    private final String text;
    private final List<Mistake> mistakes;

    /** A page that shows what a generation complained about. */
    FailurePage(String title, String text) {
        this.title = title;
        this.text = text;
        this.mistakes = List.of();
    }

    /** A page that shows mistakes in sources. */
    FailurePage(Outcome.Refused refused) {
        this.title = "The sources do not compile";
        this.text = refused.text();
        this.mistakes = refused.mistakes();
    }

    @Override
    public Response handle(Request request) {
        var browser = request.headers()
                .first("Accept")
                .filter(it -> it.contains("text/html"))
                .isPresent();
        var page = browser ? Response.html(html()) : Response.text(title + "\n\n" + text + "\n");
        return page.with(Status.INTERNAL_SERVER_ERROR)
                .with("Cache-Control", "no-store")
                .with("X-Nuages-Failure", "1");
    }

    /** The title of the page. */
    String title() {
        return title;
    }

    /** All that it says, as text. */
    String text() {
        return text;
    }

    private String html() {
        var body = mistakes.isEmpty()
                ? "<pre>" + Html.escape(text) + "</pre>\n"
                : mistakes.stream().map(FailurePage::html).collect(Collectors.joining());
        return "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + Html.escape(title)
                + "</title>\n<style>\n"
                + STYLE + "</style>\n<h1>" + Html.escape(title) + "</h1>\n" + body
                + "<p>This page goes away when that is fixed.</p>\n<script>\n" + LOOK_AGAIN + "</script>\n</html>\n";
    }

    private static String html(Mistake mistake) {
        var place = mistake.file().isEmpty() ? "" : "<h2><code>" + Html.escape(mistake.place()) + "</code></h2>\n";
        return place + "<pre>" + Html.escape(mistake.message()) + "</pre>\n"
                + excerpt(mistake).orElse("");
    }

    private static Optional<String> excerpt(Mistake mistake) {
        if (mistake.excerpt().isEmpty()) {
            return Optional.empty();
        }
        var lines = new StringBuilder("<pre>");
        for (var line : mistake.excerpt()) {
            var written = "<span class=\"number\">%4d </span>%s\n".formatted(line.number(), Html.escape(line.text()));
            lines.append(line.number() == mistake.line() ? "<span class=\"at\">" + written + "</span>" : written);
        }
        return Optional.of(lines.append("</pre>\n").toString());
    }
}
