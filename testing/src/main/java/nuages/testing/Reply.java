package nuages.testing;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import nuages.web.form.FormView;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.Csrf;
import nuages.web.template.Rendering;
import org.assertj.core.api.AssertProvider;

/**
 * What a site answered to a {@link Client}. AssertJ's own {@code assertThat(reply)} gives the checks of {@link
 * ReplyAssert}. Immutable.
 */
public final class Reply implements AssertProvider<ReplyAssert> {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TOKEN = Pattern.compile("name=\"" + Csrf.FIELD + "\"[^>]*?value=\"([^\"]+)\"");

    private final Client client;
    private final Call call;
    private final Response response;
    private final Made made;

    /**
     * What an answer is made of.
     *
     * @param body as it was sent
     * @param statements the SQL that was run for it
     * @param renderings the templates
     */
    @SuppressWarnings("ArrayRecordComponent") // a test has no use for a copy
    record Made(byte[] body, List<String> statements, List<Rendering> renderings) {
        Made {
            statements = List.copyOf(statements);
        }
    }

    Reply(Client client, Call call, Response response, Made made) {
        this.client = client;
        this.call = call;
        this.response = response;
        this.made = made;
    }

    /** The status. */
    public Status status() {
        return response.status();
    }

    /** The headers, without those that only a server adds. */
    public Headers headers() {
        return response.headers();
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers().first(name);
    }

    /** The whole body. The array is not copied. */
    public byte[] bytes() {
        return made.body();
    }

    /** The whole body as text, in the character set that its type names or UTF-8. */
    public String text() {
        var named = CHARSET.matcher(header("Content-Type").orElse(""));
        return new String(
                made.body(), named.find() ? Charset.forName(named.group(1).strip()) : StandardCharsets.UTF_8);
    }

    /**
     * The body as a value of that type.
     *
     * @throws IllegalStateException if it is JSON's null
     */
    public <T> T json(Class<T> type) {
        var value = TestJson.read(made.body(), type);
        if (value == null) {
            throw new IllegalStateException(
                    this + " answered with null, where a " + type.getSimpleName() + " should be");
        }
        return value;
    }

    /**
     * The token of the first form of the page that has one, which {@link Client#enforcingCsrf()} needs.
     *
     * @throws IllegalStateException if there is none
     */
    public String csrfToken() {
        var field = TOKEN.matcher(text());
        if (!field.find()) {
            throw new IllegalStateException(
                    this + " has no form with a field " + Csrf.FIELD + ": put csrf_input() into the template's form");
        }
        return field.group(1);
    }

    /** Where it sends the client, if it does. */
    public Optional<String> location() {
        return header("Location");
    }

    /** The SQL that the site ran to answer. */
    public List<String> statements() {
        return made.statements();
    }

    /**
     * The templates that it was made of, in the order in which they were asked for: {@code polls/index.html}, or {@code
     * polls/index.html#rows} for one block. Those that a template extends or includes are its own affair. A live server's
     * are not known.
     */
    public List<String> templates() {
        return made.renderings().stream().map(Renderings::name).toList();
    }

    /**
     * What templates were given under that name: by the first of them that was given something.
     *
     * @throws IllegalStateException if there is nothing of that name and type
     */
    public <T> T model(String name, Class<T> type) {
        for (var rendering : made.renderings()) {
            if (type.isInstance(rendering.model().get(name))) {
                return type.cast(rendering.model().get(name));
            }
        }
        throw new IllegalStateException(this + " was made of no template with a " + type.getSimpleName() + " called \""
                + name + "\": there were " + Renderings.told(made.renderings()));
    }

    /** The forms that its templates were given. */
    List<FormView> forms() {
        return Renderings.forms(made.renderings());
    }

    /** The method and URL that were asked for. */
    public String request() {
        return call.method() + " " + call.target();
    }

    /**
     * Goes where it sends the client.
     *
     * @throws IllegalStateException if it sends nowhere, or to another site
     */
    public Reply follow() {
        if (!redirects()) {
            throw new IllegalStateException(this + " sends nowhere: only a redirect can be followed");
        }
        var to = URI.create(call.target()).resolve(location().orElseThrow());
        if (to.getHost() != null && !to.getHost().equals(host())) {
            throw new IllegalStateException(
                    this + " sends to " + to + ", which is another site: check location() instead");
        }
        boolean same = status().code() == 307 || status().code() == 308;
        return same
                ? call.to(to.toString()).send()
                : client.staying()
                        .request(call.method() == Method.HEAD ? Method.HEAD : Method.GET, to.toString())
                        .send();
    }

    Reply followed(int most) {
        var reply = this;
        for (int hops = 0; reply.redirects(); hops++) {
            if (hops == most) {
                throw new IllegalStateException(this + " leads to more than " + most + " redirects, the last one to "
                        + reply.location().orElse("nowhere"));
            }
            reply = reply.follow();
        }
        return reply;
    }

    boolean redirects() {
        return switch (status().code()) {
            case 301, 302, 303, 307, 308 -> location().isPresent();
            default -> false;
        };
    }

    private String host() {
        var host = call.headers(false).first("Host").orElse("localhost");
        return Objects.requireNonNullElse(URI.create("http://" + host).getHost(), host);
    }

    /** For AssertJ, which calls it for {@code assertThat(reply)}. */
    @Override
    public ReplyAssert assertThat() {
        return new ReplyAssert(this);
    }

    /** The request and the status, such as {@code GET /polls/ (200 OK)}. */
    @Override
    public String toString() {
        return request() + " (" + status().code() + " " + status().reason() + ")";
    }
}
