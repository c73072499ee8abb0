package nuages.web.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import nuages.web.http.Html;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.template.Templates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What visitors read when something went wrong: the site's own template, such as {@code 404.html}, a small page where it has
 * none, or JSON in the shape of RFC 9457.
 */
final class ErrorPage {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String STYLE = "body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color-scheme:light dark}"
            + "main{max-width:36rem;margin:18vh auto 0;padding:0 1.5rem}h1{margin:0;font-size:1.75rem;line-height:1.3}";

    /** Nothing but that very style. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";

    private ErrorPage() {}

    private static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException never) { // every Java has it
            throw new IllegalStateException(never);
        }
    }

    /**
     * A page for a status.
     *
     * @param told what was written for the client; null if nothing was
     * @param shown what happened, for the eyes of developers; null for everybody else
     */
    static Response of(Request request, Status status, @Nullable Problem told, @Nullable Throwable shown) {
        boolean json = request.prefersJson();
        Response page = json ? json(status, told, shown) : html(request, status, told);
        Response varied = page.with(status).with("Vary", "Accept");
        return status.code() < 500 ? varied : varied.with("Cache-Control", "no-store");
    }

    private static Response json(Status status, @Nullable Problem told, @Nullable Throwable shown) {
        if (told != null) {
            return told.response();
        }
        return Problem.of(status, shown == null ? sentence(status) : shown.toString())
                .response();
    }

    private static Response html(Request request, Status status, @Nullable Problem told) {
        Templates templates = request.attribute(Templates.KEY).orElse(null);
        String name = status.code() + ".html";
        if (templates != null && templates.has(name)) {
            try {
                return Response.html(templates.render(name, model(status, told), request));
            } catch (RuntimeException | StackOverflowError broken) {
                LOG.error("{}: the site's own page for {} failed: visitors see the plain one", request, name, broken);
            }
        }
        return plain(status, told);
    }

    private static Map<String, Object> model(Status status, @Nullable Problem told) {
        return Map.of(
                "status",
                status.code(),
                "reason",
                status.reason(),
                "sentence",
                sentence(status),
                "detail",
                told == null ? "" : told.detail());
    }

    private static Response plain(Status status, @Nullable Problem told) {
        String title = status.code() + " " + Html.escape(status.reason());
        return Response.html("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title
                        + "</title>\n<style>" + STYLE + "</style>\n<main>\n<h1>" + title + "</h1>\n<p>"
                        + sentence(status)
                        + "</p>\n" + words(told) + "</main>\n</html>\n")
                .with("Content-Security-Policy", POLICY);
    }

    private static String words(@Nullable Problem told) {
        if (told == null) {
            return "";
        }
        var words = new StringBuilder("<p>").append(Html.escape(told.detail())).append("</p>\n");
        if (!told.errors().isEmpty()) {
            words.append("<ul>\n");
            told.errors()
                    .forEach(it -> words.append("<li>")
                            .append(Html.escape(it.pointer()))
                            .append(": ")
                            .append(Html.escape(it.detail()))
                            .append("</li>\n"));
            words.append("</ul>\n");
        }
        return words.toString();
    }

    private static String sentence(Status status) {
        return switch (status.code()) {
            case 400 -> "The request could not be understood.";
            case 401 -> "Please sign in first.";
            case 403 -> "This is not allowed. If you have just sent a form, load its page again and send it once more.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not answer to such a request.";
            case 408 -> "The request took too long to arrive.";
            case 413 -> "That was more than this site takes.";
            case 415 -> "This site does not take such content.";
            case 429 -> "Too many requests. Please try again later.";
            case 500 -> "Something went wrong here. It has been written down.";
            case 503 -> "The site is busy. Please try again in a moment.";
            case 504 -> "This took too long. Please try again later.";
            default -> "This did not work.";
        };
    }
}
