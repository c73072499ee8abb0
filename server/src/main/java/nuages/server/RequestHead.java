package nuages.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuages.web.http.Body;
import nuages.web.http.Headers;
import nuages.web.http.HttpException;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;

/** Reads a request's line and header fields with the strictness of RFC 9110 and 9112: what is not right is refused. */
final class RequestHead {
    private static final Status EXPECTATION_FAILED = new Status(417, "Expectation Failed");

    private static final Method[] METHODS = Method.values();
    private static final boolean[] OF_HOSTS = ofHosts();

    private final HttpServerRequest incoming;
    private final ServerSettings settings;

    RequestHead(HttpServerRequest incoming, ServerSettings settings) {
        this.incoming = incoming;
        this.settings = settings;
    }

    /** As the access log has it: {@code GET /polls/?page=2 HTTP/1.1}. */
    static String line(HttpServerRequest incoming) {
        return incoming.method().name() + " " + target(incoming) + " " + version(incoming);
    }

    /** What reports call the request's work: {@code GET /polls/}. */
    static String workName(HttpServerRequest incoming) {
        return incoming.method().name() + " " + path(incoming);
    }

    /** The path as it was sent. */
    static String path(HttpServerRequest incoming) {
        var target = target(incoming);
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /** A CONNECT of HTTP/2 has none. */
    private static String target(HttpServerRequest incoming) {
        var target = incoming.uri();
        return target == null ? "" : target;
    }

    /** The request, or an {@link HttpException} that says what is wrong with it. */
    Request read(Body body, Connection connection) {
        var method = method();
        var line = target(incoming);
        if (line.length() > settings.requestLineBytes()) {
            throw refused(Status.URI_TOO_LONG, "the target is longer than " + settings.requestLineBytes() + " bytes");
        }
        var target = Target.of(line, method);
        var headers = headers(target);
        checkBody(headers);
        return Request.builder(method, target.path())
                .query(target.query())
                .headers(headers)
                .body(body)
                .remote(connection.remote())
                .secure(connection.secure())
                .version(version(incoming))
                .build();
    }

    private Method method() {
        var name = incoming.method().name();
        for (var method : METHODS) {
            if (method.name().equals(name) && method != Method.CONNECT) {
                return method;
            }
        }
        throw refused(Status.NOT_IMPLEMENTED, "this server does not know that method");
    }

    private Headers headers(Target target) {
        List<String> fields = new ArrayList<>(16);
        incoming.headers().forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        if (fields.size() / 2 > settings.headerCount()) {
            throw refused(Status.HEADERS_TOO_LARGE, "more than " + settings.headerCount() + " header fields");
        }
        if (incoming.version() == HttpVersion.HTTP_2) {
            completeHttp2(fields);
        }
        checkHost(fields);
        if (target.host() != null) {
            if (incoming.version() == HttpVersion.HTTP_2) { // whose path is never a whole URL (RFC 9113, 8.3.1)
                throw refused(Status.BAD_REQUEST, "the target must begin with a slash");
            }
            settle(fields, target.host());
        }
        try {
            return Headers.of(fields.toArray(String[]::new));
        } catch (IllegalArgumentException wrong) {
            throw refused(Status.BAD_REQUEST, "a control character in a header field");
        }
    }

    /** HTTP/2 has the host beside the fields, and may cut a cookie field into pieces (RFC 9113, 8.2.3 and 8.3.1). */
    private void completeHttp2(List<String> fields) {
        var authority = incoming.authority();
        if (authority != null && !named(fields, authority.toString())) {
            fields.add("host");
            fields.add(authority.toString());
        }
        int first = -1;
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals("cookie")) {
                if (first < 0) {
                    first = i;
                } else {
                    fields.set(first + 1, fields.get(first + 1) + "; " + fields.get(i + 1));
                    fields.remove(i + 1);
                    fields.remove(i);
                    i -= 2;
                }
            }
        }
    }

    /** Whether a field says that host already, as one may that was HTTP/1.1 further out. */
    private static boolean named(List<String> fields, String host) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals("host") && fields.get(i + 1).equalsIgnoreCase(host)) {
                return true;
            }
        }
        return false;
    }

    /** A whole URL in the request's line says the host, and the field does not count (RFC 9112, 3.2.2). */
    private static void settle(List<String> fields, String host) {
        if (!mayBeHost(host)) {
            throw refused(Status.BAD_REQUEST, "the target's host is not a host");
        }
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase("Host")) {
                fields.set(i + 1, host);
                return;
            }
        }
        fields.add("Host");
        fields.add(host);
    }

    private void checkHost(List<String> fields) {
        int hosts = 0;
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase("Host")) {
                hosts++;
                if (!mayBeHost(fields.get(i + 1))) {
                    throw refused(Status.BAD_REQUEST, "the Host header field is not a host");
                }
            }
        }
        if (hosts > 1 || (hosts == 0 && incoming.version() != HttpVersion.HTTP_1_0)) {
            throw refused(Status.BAD_REQUEST, "there must be one Host header field");
        }
    }

    private static boolean mayBeHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c >= OF_HOSTS.length || !OF_HOSTS[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] ofHosts() {
        var may = new boolean[127];
        Arrays.fill(may, ' ' + 1, may.length, true);
        "/\\?#@\"<>^`{|}".chars().forEach(c -> may[c] = false);
        return may;
    }

    private void checkBody(Headers headers) {
        var expectation = headers.first("Expect");
        if (expectation.isPresent() && !expectation.get().equalsIgnoreCase("100-continue")) {
            throw refused(EXPECTATION_FAILED, "this server expects nothing but 100-continue");
        }
        var length = headers.first("Content-Length");
        if (length.isPresent() && length(length.get()) < 0) {
            throw refused(Status.BAD_REQUEST, "the Content-Length is not a number");
        }
        if (length.isPresent() && length(length.get()) > settings.bodyBytes()) {
            throw refused(Status.CONTENT_TOO_LARGE, "the body is larger than " + settings.bodyBytes() + " bytes");
        }
    }

    /** A Content-Length as a number; negative if it is none. */
    static long length(String value) {
        try {
            return value.length() > 18 ? Long.MAX_VALUE : Long.parseUnsignedLong(value);
        } catch (NumberFormatException notNumber) {
            return -1;
        }
    }

    static HttpException refused(Status status, String reason) {
        var text = status.code() + " " + status.reason() + ": " + reason + "\n";
        return new HttpException(Response.text(text).with(status), reason, null);
    }

    private static String version(HttpServerRequest incoming) {
        return switch (incoming.version()) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2";
            case HTTP_3 -> "HTTP/3";
        };
    }
}
