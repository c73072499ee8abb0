package nuages.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nuages.data.connection.Journal;
import nuages.web.http.Html;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a developer sees when something failed: the exception, the sources around it, what was asked of the databases, the
 * request and the settings. Secrets are hidden by their names. One thread uses it, once.
 */
final class DeveloperPage {
    private static final String STYLE = read("developer.css");
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'";
    private static final int LONGEST = 2000;

    private final StringBuilder html = new StringBuilder(16_384);
    private final Insight insight;
    private final Request request;

    DeveloperPage(Insight insight, Request request) {
        this.insight = insight;
        this.request = request;
    }

    /** The page for a failure. */
    Response of(Status status, Throwable failure, @Nullable Journal journal) {
        head(status, failure);
        if (status.code() >= 500) {
            new Traceback(insight.sources(), html).write(failure);
        }
        if (status.code() == 404) {
            routes();
        }
        if (journal != null) {
            statements(journal);
        }
        request();
        settings();
        html.append(
                "<p class=\"soft\">Visitors never see this: it is here because debug is on.</p>\n</main>\n</html>\n");
        return Response.html(html.toString()).with("Content-Security-Policy", POLICY);
    }

    private void head(Status status, Throwable failure) {
        String title = status.code() + " " + status.reason();
        String type = failure.getClass().getName();
        html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(Html.escape(title + ": " + type))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n<header>\n<h1>")
                .append(Html.escape(type))
                .append("</h1>\n<p>")
                .append(Html.escape(cut(Objects.requireNonNullElse(failure.getMessage(), "It has no message."))))
                .append("</p>\n<p class=\"soft\">")
                .append(Html.escape(request + " was answered with " + title))
                .append("</p>\n</header>\n<main>\n");
    }

    private void routes() {
        List<String> routes = insight.routes().get();
        if (!routes.isEmpty()) {
            html.append("<h2>The routes of this site</h2>\n<ul>\n");
            routes.forEach(it -> html.append("<li>").append(Html.escape(it)).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private void statements(Journal journal) {
        List<Journal.Entry> entries = journal.entries();
        long count =
                journal.left() + entries.stream().filter(it -> it.sql() != null).count();
        html.append("<h2>Databases</h2>\n<p>")
                .append(count == 1 ? "1 statement" : count + " statements")
                .append(", ")
                .append(millis(journal.ran()))
                .append("; waits for a connection: ")
                .append(millis(journal.waited()))
                .append("</p>\n");
        if (!entries.isEmpty()) {
            table(List.of("Time", "Database", "Statement"));
            entries.forEach(this::entry);
            html.append("</table>\n");
        }
    }

    private void entry(Journal.Entry entry) {
        String sql = entry.sql();
        html.append("<tr><td class=\"number\">").append(millis(entry.took())).append("</td>");
        cell(entry.database(), "");
        cell(sql == null ? "(wait for a connection)" : cut(sql) + (entry.failed() ? " – it failed" : ""), "code");
        html.append("</tr>\n");
    }

    private void request() {
        html.append("<h2>Request</h2>\n");
        table(List.of("Part", "Value"));
        row("method", request.method().name());
        row("path", request.path());
        row("from", request.remote().toString());
        parameters(
                "query",
                it -> request.queries().values(it).toString(),
                () -> request.queries().names());
        if (request.headers().first("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            parameters(
                    "form",
                    it -> request.form().values(it).toString(),
                    () -> request.form().names());
        }
        request.headers().forEach((name, value) -> row("header " + name, Secrets.shown(name, value)));
        html.append("</table>\n");
    }

    /** What was sent may be what made the request fail: then it is not shown. */
    private void parameters(String part, UnaryOperator<String> value, Supplier<? extends Iterable<String>> names) {
        try {
            names.get().forEach(it -> row(part + " " + it, Secrets.shown(it, value.apply(it))));
        } catch (RuntimeException unreadable) {
            row(part, "cannot be read: " + unreadable.getMessage());
        }
    }

    private void settings() {
        List<Insight.Setting> settings = insight.settings().get();
        if (!settings.isEmpty()) {
            html.append("<h2>Settings</h2>\n<details><summary>")
                    .append(settings.size())
                    .append(" settings</summary>\n");
            table(List.of("Setting", "Value", "Set by"));
            settings.forEach(it -> {
                html.append("<tr>");
                cell(it.name(), "code");
                cell(Secrets.shown(it.name(), it.value()), "code");
                cell(it.source(), "");
                html.append("</tr>\n");
            });
            html.append("</table></details>\n");
        }
    }

    private void table(List<String> titles) {
        html.append("<table>\n<tr>");
        titles.forEach(
                it -> html.append("<th scope=\"col\">").append(Html.escape(it)).append("</th>"));
        html.append("</tr>\n");
    }

    private void row(String part, String value) {
        html.append("<tr>");
        cell(part, "");
        cell(cut(value), "code");
        html.append("</tr>\n");
    }

    private void cell(String text, String style) {
        html.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">")
                .append(Html.escape(text))
                .append("</td>");
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(DeveloperPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
