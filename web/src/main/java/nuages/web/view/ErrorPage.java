package nuages.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import nuages.web.http.Html;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/** What visitors read when something went wrong: a small page, or JSON in the shape of RFC 9457. */
final class ErrorPage {
    private ErrorPage() {}

    /** A page for a status; what happened is for the eyes of developers, and null for everybody else. */
    static Response of(Request request, Status status, @Nullable Throwable shown) {
        Response page = Accept.prefersJson(request.headers()) ? json(status, shown) : html(status);
        Response varied = page.with(status).with("Vary", "Accept");
        return status.code() < 500 ? varied : varied.with("Cache-Control", "no-store");
    }

    private static Response json(Status status, @Nullable Throwable shown) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.reason());
        problem.put("status", status.code());
        problem.put("detail", shown == null ? sentence(status) : shown.toString());
        return Response.json(problem).with("Content-Type", "application/problem+json");
    }

    private static Response html(Status status) {
        String title = status.code() + " " + Html.escape(status.reason());
        return Response.html("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<main>\n<h1>"
                + title + "</h1>\n<p>" + sentence(status) + "</p>\n</main>\n</html>\n");
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
