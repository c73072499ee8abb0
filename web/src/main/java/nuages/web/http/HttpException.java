package nuages.web.http;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/**
 * An exception that is an answer: the visitor gets its status, with a page that does not repeat its message, unless it has a
 * {@link Problem}, which is written for them.
 */
public class HttpException extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;
    private final transient @Nullable Problem problem;

    /** An answer by exception; the message is for the log. */
    public HttpException(Status status, String message, @Nullable Throwable cause) {
        this(Response.empty(status), message, cause);
    }

    /** An answer by exception, with a response of its own: if its body is empty, the visitor gets an error page with its headers. */
    public HttpException(Response response, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.response = response;
        this.problem = null;
    }

    /** An answer by exception that tells the client what went wrong; the log gets the same words. */
    public HttpException(Problem problem, @Nullable Throwable cause) {
        super(inOneLine(problem), cause);
        this.response = Response.empty(problem.status());
        this.problem = problem;
    }

    /** An answer by exception that tells the client what went wrong; the message is for the log. */
    public HttpException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.response = Response.empty(problem.status());
        this.problem = problem;
    }

    private static String inOneLine(Problem problem) {
        return problem.errors().isEmpty() ? problem.detail() : problem.detail() + " " + problem.errors();
    }

    /** What the client is told of it. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the visitor gets, before an error page fills an empty body. */
    public Response response() {
        return response;
    }

    /** The status that the visitor gets. */
    public Status status() {
        return response.status();
    }

    /**
     * What went wrong, in words for the client: the shape that RFC 9457 gives to errors of JSON over HTTP. Immutable.
     *
     * @param type names the kind of problem; {@code about:blank} says that the status is the kind
     * @param title what all problems of this kind are called
     * @param status the status it is answered with
     * @param detail what went wrong this time
     * @param errors what is wrong with single values of what was sent; may be empty
     * @param more members of the client's own agreement
     */
    public record Problem(
            URI type, String title, Status status, String detail, List<Fault> errors, Map<String, Object> more) {
        private static final URI NO_TYPE = URI.create("about:blank");
        private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "errors");

        /**
         * What is wrong with one value.
         *
         * @param pointer where it stands in what was sent, as RFC 6901 writes it: {@code /choices/0/text}; empty for the whole
         * @param detail what is wrong with it
         */
        public record Fault(String pointer, String detail) {}

        public Problem {
            errors = List.copyOf(errors);
            more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
            if (status.code() < 400) {
                throw new IllegalArgumentException(
                        "a problem with the status " + status.code() + ": it must be 4xx or 5xx");
            }
            if (more.keySet().stream().anyMatch(MEMBERS::contains)) {
                throw new IllegalArgumentException("a problem cannot have " + more.keySet() + " as well: " + MEMBERS
                        + " have their meaning in RFC 9457");
            }
        }

        /** A problem that its status describes well enough. */
        public static Problem of(Status status, String detail) {
            return new Problem(NO_TYPE, status.reason(), status, detail, List.of(), Map.of());
        }

        /** The same problem, of a kind that clients can tell from others: a URI, and what such problems are called. */
        public Problem withType(URI changed, String called) {
            return new Problem(changed, called, status, detail, errors, more);
        }

        /** The same problem with what is wrong with single values. */
        public Problem withErrors(List<Fault> changed) {
            return new Problem(type, title, status, detail, changed, more);
        }

        /** The same problem with one member more. */
        public Problem with(String name, Object value) {
            var changed = new LinkedHashMap<>(more);
            changed.put(name, value);
            return new Problem(type, title, status, detail, errors, changed);
        }

        /** It as {@code application/problem+json}. */
        public Response response() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", type.toString());
            members.put("title", title);
            members.put("status", status.code());
            members.put("detail", detail);
            if (!errors.isEmpty()) {
                members.put("errors", errors);
            }
            members.putAll(more);
            return Response.json(members).with(status).with("Content-Type", "application/problem+json");
        }
    }
}
