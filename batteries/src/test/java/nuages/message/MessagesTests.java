package nuages.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nuages.session.Sessions;
import nuages.session.Site;
import nuages.testing.servers.Kind;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.template.Markup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTests {
    /** What Django has written: "Saved.", "<b>Done</b>" as HTML and tagged "big", "Nö". */
    private static final String DJANGO =
            ".eJyLjlaKj88qzs-Lz00tLk5MT1XSMdAxMtBRCk4sS03RU4rVwVRgqGNkqqNkk2Tnkp-XaqOfZKeko5"
                    + "SUmY5VrYGOCdAwv5hSA4M0M6XYWADcWiKa:1r31eq:4QHpLxNCtrpluAFRA46ULEAujWJcAGvJSYEX5xrNS3w";

    private static final int MANY = 120;

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_message_is_told_once_on_the_page_after_a_redirect() throws Exception {
        open(Kind.SQLITE, new Messages());
        var visitor = site.visitor();

        var redirect = visitor.post("/save", "");

        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("messages=")
                .endsWith("; Path=/; HttpOnly; SameSite=Lax");
        assertThat(visitor.get("/plain").headers().map()).doesNotContainKeys("set-cookie", "vary");
        var page = visitor.get("/tell");
        assertThat(page.body()).isEqualTo("success: Saved.");
        assertThat(page.headers().allValues("Vary")).containsExactly("Cookie");
        assertThat(visitor.cookies).isEmpty();
        assertThat(visitor.get("/tell").body()).isEmpty();
        assertThat(visitor.get("/tell").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void messages_of_several_pages_are_told_together() throws Exception {
        open(Kind.SQLITE, new Messages());
        var visitor = site.visitor();

        visitor.post("/save", "");
        visitor.get("/say?info:a");
        visitor.get("/say?error:b");

        assertThat(visitor.get("/say-and-tell?warning:c").body())
                .isEqualTo("success: Saved.|info: a|error: b|warning: c");
        assertThat(visitor.get("/tell").body()).isEmpty();
    }

    @Test
    void what_is_below_the_level_is_not_kept() throws Exception {
        open(Kind.SQLITE, new Messages());
        var visitor = site.visitor();

        visitor.get("/say?debug:nobody hears this".replace(" ", "+"));

        assertThat(visitor.cookies).isEmpty();
    }

    @Test
    void djangos_messages_are_told() throws Exception {
        open(Kind.SQLITE, new Messages());
        var visitor = site.visitor();
        visitor.cookies.put("messages", DJANGO);

        assertThat(visitor.get("/html").body()).isEqualTo("info: Saved.|big success: <b>Done</b>|error: Nö");
    }

    @Test
    void the_cookie_is_written_as_django_reads_it() throws Exception {
        open(Kind.SQLITE, new Messages());
        var visitor = site.visitor();

        visitor.get("/as-django");

        var signer = site.signing().cookieSigner("django.contrib.messages");
        List<?> written = signer.loads(visitor.cookies.getOrDefault("messages", ""), List.class);
        assertThat(written.toString())
                .isEqualTo(signer.loads(DJANGO, List.class).toString());
    }

    @Test
    void a_cookie_that_was_changed_is_taken_away() throws Exception {
        open(Kind.SQLITE, new Messages());
        var visitor = site.visitor();
        visitor.cookies.put("messages", DJANGO + "x");

        assertThat(visitor.get("/tell").body()).isEmpty();
        assertThat(visitor.cookies).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_cookie_cannot_hold_is_in_the_session(Kind kind) throws Exception {
        open(kind, new Messages());
        var visitor = site.visitor();

        visitor.get("/many");

        assertThat(visitor.cookies).containsOnlyKeys("messages", "sessionid");
        assertThat(visitor.cookies.get("messages")).hasSizeLessThanOrEqualTo(2048);
        assertThat(visitor.get("/tell").body().split("\\|"))
                .containsExactlyElementsOf(
                        many().stream().map(it -> "info: " + it).toList());
        assertThat(visitor.cookies).containsOnlyKeys("sessionid");
        assertThat(visitor.get("/tell").body()).isEmpty();
    }

    @Test
    void they_can_be_in_the_session_alone() throws Exception {
        open(Kind.SQLITE, new Messages().with(it -> it.inSession = true));
        var visitor = site.visitor();

        visitor.post("/save", "");

        assertThat(visitor.cookies).containsOnlyKeys("sessionid");
        assertThat(visitor.get("/tell").body()).isEqualTo("success: Saved.");
        assertThat(visitor.get("/tell").body()).isEmpty();
    }

    @Test
    void text_is_escaped_and_markup_is_not() throws Exception {
        open(Kind.SQLITE, new Messages());

        assertThat(Message.of(Level.INFO, "<b>").html().html()).isEqualTo("&lt;b&gt;");
        assertThat(Message.of(Level.INFO, new Markup("<b>")).html().html()).isEqualTo("<b>");
    }

    @Test
    void without_messages_the_exception_says_what_to_add() throws Exception {
        open(Kind.SQLITE, new Messages());
        var request = Request.builder(Method.GET, "/").build();

        assertThatThrownBy(() -> Messages.info(request, "hello"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "there are no messages: add new Messages() to the apps of the project, and hand on the request"
                                + " that the view was given");
    }

    private void open(Kind kind, Messages messages) throws Exception {
        site = new Site(kind, new Sessions(), messages.middleware(), MessagesTests::view);
    }

    private static Response view(Request request) {
        return switch (request.path()) {
            case "/save" -> {
                Messages.success(request, "Saved.");
                yield Response.redirect("/tell");
            }
            case "/say" -> {
                say(request);
                yield Response.text("said");
            }
            case "/say-and-tell" -> {
                say(request);
                yield told(request, false);
            }
            case "/many" -> {
                many().forEach(text -> Messages.info(request, text));
                yield Response.text("said");
            }
            case "/as-django" -> {
                Messages.info(request, "Saved.");
                Messages.add(
                        request,
                        Message.of(Level.SUCCESS, new Markup("<b>Done</b>")).tagged("big"));
                Messages.error(request, "Nö");
                yield Response.text("said");
            }
            case "/tell" -> told(request, false);
            case "/html" -> told(request, true);
            default -> Response.text("plain");
        };
    }

    private static void say(Request request) {
        String[] parts = request.query().split(":", 2);
        switch (parts[0]) {
            case "debug" -> Messages.debug(request, parts[1]);
            case "warning" -> Messages.warning(request, parts[1]);
            case "error" -> Messages.error(request, parts[1]);
            default -> Messages.info(request, parts[1]);
        }
    }

    /** Texts that do not compress well. */
    private static List<String> many() {
        var random = new java.util.Random(3);
        return IntStream.range(0, MANY)
                .mapToObj(i -> i + "-" + Long.toString(random.nextLong(), 36) + Long.toString(random.nextLong(), 36))
                .toList();
    }

    private static Response told(Request request, boolean html) {
        var told = Messages.read(request).stream()
                .map(it -> it.tags() + ": " + (html ? it.html() : it.text()))
                .toList();
        return Response.text(String.join("|", told));
    }
}
