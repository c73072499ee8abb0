package nuages.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import org.jspecify.annotations.Nullable;

/** A request of a {@link Client}, in the making. One thread uses it. */
public final class Call {
    private final Client client;
    private final Method method;
    private final String url;
    private String query = "";
    private Headers headers;
    private byte[] body = new byte[0];
    private @Nullable String contentType;

    Call(Client client, Method method, String url) {
        this.client = client;
        this.method = method;
        this.url = url;
        this.headers = client.headers();
    }

    /** Sends that header, in place of any of its name. */
    public Call header(String name, String value) {
        headers = headers.with(name, value);
        return this;
    }

    /** Puts parameters behind the URL, each a value or a collection of them. */
    public Call query(Map<String, ? extends @Nullable Object> parameters) {
        query = encoded(parameters);
        return this;
    }

    /**
     * Sends fields as a browser sends a form. A value is sent as its {@code toString()} says it, a collection as several
     * fields of that name, a null or an empty {@link Optional} not at all; if a value is a {@link TestFile}, the form is
     * sent as {@code multipart/form-data}.
     */
    public Call form(Map<String, ? extends @Nullable Object> fields) {
        if (fields.values().stream().flatMap(it -> values(it).stream()).anyMatch(TestFile.class::isInstance)) {
            var multipart = new Multipart(fields);
            return body(multipart.contentType(), multipart.bytes());
        }
        return body("application/x-www-form-urlencoded", encoded(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a value as JSON: a record, a map, a list … */
    public Call json(Object value) {
        return body("application/json", TestJson.write(value));
    }

    /** Sends text. */
    public Call text(String text) {
        return body("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes. The array is not copied. */
    public Call body(String type, byte[] bytes) {
        contentType = type;
        body = bytes;
        return this;
    }

    /**
     * Sends it.
     *
     * @throws RequestFailed if the site failed
     */
    public Reply send() {
        return client.send(this);
    }

    Method method() {
        return method;
    }

    /** What stands in the request line. */
    String target() {
        var target = url;
        if (url.startsWith("http://") || url.startsWith("https://")) {
            var parsed = URI.create(url);
            target = parsed.getRawPath() + (parsed.getRawQuery() == null ? "" : "?" + parsed.getRawQuery());
        }
        int fragment = target.indexOf('#');
        if (fragment >= 0) {
            target = target.substring(0, fragment);
        }
        return query.isEmpty() ? target : target + (target.contains("?") ? "&" : "?") + query;
    }

    String path() {
        var target = target();
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    byte[] body() {
        return body;
    }

    /** The headers as they are sent. */
    Headers headers(boolean secure) {
        var all = headers;
        if (!all.has("Host")) {
            all = all.with("Host", "localhost");
        }
        if (contentType != null && !all.has("Content-Type")) {
            all = all.with("Content-Type", contentType);
        }
        if (contentType != null) {
            all = all.with("Content-Length", Integer.toString(body.length));
        }
        var cookies = new StringJoiner("; ");
        client.cookies().sent(path(), secure).forEach((name, value) -> cookies.add(name + "=" + value));
        return cookies.length() == 0 || all.has("Cookie") ? all : all.with("Cookie", cookies.toString());
    }

    /** The same request to where a redirect that keeps its method leads. */
    Call to(String other) {
        var again = new Call(client.staying(), method, other);
        again.headers = headers;
        again.body = body;
        again.contentType = contentType;
        return again;
    }

    private static String encoded(Map<String, ? extends @Nullable Object> fields) {
        var encoded = new StringJoiner("&");
        fields.forEach((name, value) -> values(value)
                .forEach(each -> encoded.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.toString(), StandardCharsets.UTF_8))));
        return encoded.toString();
    }

    /** What is sent for a value. */
    static List<Object> values(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Optional<?> it -> it.<List<Object>>map(List::of).orElse(List.of());
            case Collection<?> several -> List.copyOf(several);
            default -> List.of(value);
        };
    }
}
