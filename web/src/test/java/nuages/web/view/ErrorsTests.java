package nuages.web.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nuages.data.error.ConnectionTimeout;
import nuages.data.error.DatabaseException;
import nuages.data.error.DatabaseUnavailable;
import nuages.data.error.Overloaded;
import nuages.data.error.RowNotFound;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.web.http.BadRequest;
import nuages.web.http.Headers;
import nuages.web.http.HttpException;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.resource.Folder;
import nuages.web.template.TemplateSettings;
import nuages.web.template.Templates;
import nuages.web.template.pebble.Pebble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ErrorsTests {
    private static final String SECRET = "secret <b>\"& thing";

    private final Errors errors = Errors.forVisitors();
    private final Request request = Request.builder(Method.GET, "/polls/7/").build();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Errors.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    void an_answer_goes_through_untouched() {
        Response answer = Response.text("fine");

        assertThat(errors.handle(request, r -> answer)).isSameAs(answer);
        assertThat(log.list).isEmpty();
    }

    @Test
    void an_exception_is_a_page_without_its_message_and_logged_once_with_its_stack() {
        Response response = thrown(new IllegalStateException(SECRET));

        assertThat(response.status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(response.headers().first("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(body(response))
                .contains("<h1>500 Internal Server Error</h1>")
                .doesNotContain("secret", "Exception");
        ILoggingEvent event = logged(Level.ERROR);
        assertThat(event.getFormattedMessage()).isEqualTo("GET /polls/7/: 500");
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo(SECRET);
    }

    @Test
    void errors_of_the_virtual_machine_are_answered_too() {
        assertThat(errors.handle(request, r -> Response.text("" + endless(0))).status())
                .isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(thrown(new OutOfMemoryError("Java heap space")).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(thrown(new NoClassDefFoundError("x")).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(log.list).hasSize(3);
    }

    @Test
    void developers_see_the_message_escaped() {
        Response response = Errors.forDevelopers(Insight.none()).answer(request, new IllegalStateException(SECRET));

        assertThat(body(response))
                .contains("<h1>java.lang.IllegalStateException</h1>\n<p>secret &lt;b&gt;&quot;&amp; thing</p>");
    }

    @Test
    void a_site_has_pages_of_its_own_and_the_plain_ones_where_they_fail(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("404.html"), "Lost? {{ status }} {{ reason }}: {{ sentence }}");
        Files.writeString(folder.resolve("403.html"), "{{ nothing_of_that_name }}");
        var templates =
                Templates.of(TemplateSettings.standard().engine(Pebble::new).folder(Folder.of(folder)));
        var equipped = request.with(Templates.KEY, templates);

        Response lost = errors.answer(equipped, new NotFound());
        assertThat(lost.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(body(lost)).isEqualTo("Lost? 404 Not Found: There is nothing at this address.");

        Response refused = errors.answer(equipped, new HttpException(Status.FORBIDDEN, SECRET, null));
        assertThat(refused.status()).isEqualTo(Status.FORBIDDEN);
        assertThat(body(refused)).contains("<h1>403 Forbidden</h1>").doesNotContain("nothing_of_that_name");
        assertThat(refused.headers().first("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void an_http_exception_has_its_status_on_a_page_and_keeps_its_headers() {
        Response response = thrown(new MethodNotAllowed(Method.PUT, Set.of(Method.GET)));

        assertThat(response.status()).isEqualTo(Status.METHOD_NOT_ALLOWED);
        assertThat(response.headers().first("Allow")).contains("GET");
        assertThat(body(response)).contains("405 Method Not Allowed");
        logged(Level.DEBUG);
    }

    @Test
    void an_http_exception_with_a_body_is_answered_as_it_is() {
        Response own = Response.text("my own").with(Status.FORBIDDEN);

        assertThat(thrown(new HttpException(own, SECRET, null))).isSameAs(own);
        assertThat(logged(Level.INFO).getFormattedMessage()).isEqualTo("GET /polls/7/: 403: " + SECRET);
    }

    @Test
    void a_redirect_by_exception_gets_no_page() {
        Response own = Response.redirect("/login/");

        assertThat(thrown(new HttpException(own, "sign in first", null))).isSameAs(own);
    }

    @Test
    void what_is_not_there_is_404() {
        assertThat(thrown(new NotFound(SECRET)).status()).isEqualTo(Status.NOT_FOUND);
        assertThat(thrown(new RowNotFound(SECRET, null)).status()).isEqualTo(Status.NOT_FOUND);
        assertThat(body(thrown(new RowNotFound(SECRET, null)))).doesNotContain("secret");
    }

    @Test
    void what_cannot_be_understood_is_400() {
        assertThat(thrown(new BadRequest(SECRET)).status()).isEqualTo(Status.BAD_REQUEST);
        logged(Level.INFO);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,1", "PT0.001S,1", "PT1S,1", "PT1.2S,2", "PT59.000000001S,60", "PT-3S,1"})
    void a_busy_database_says_when_to_try_again_in_whole_seconds(Duration wait, String seconds) {
        for (DatabaseException failure : List.of(
                new Overloaded(SECRET, wait, null),
                new ConnectionTimeout(SECRET, wait, null),
                new DatabaseUnavailable(SECRET, wait, null))) {
            log.list.clear();
            Response response = thrown(failure);

            assertThat(response.status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
            assertThat(response.headers().first("Retry-After")).contains(seconds);
            assertThat(body(response)).doesNotContain("secret");
            assertThat(logged(Level.WARN).getThrowableProxy()).isNull();
        }
    }

    @Test
    void a_busy_database_is_found_behind_a_wrapper() {
        var wrapped =
                new IllegalStateException("template", new IOException(new Overloaded("", Duration.ofSeconds(3), null)));

        assertThat(thrown(wrapped).headers().first("Retry-After")).contains("3");
    }

    @Test
    void another_database_failure_is_500() {
        assertThat(thrown(new DatabaseException(SECRET, null)).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        logged(Level.ERROR);
    }

    @Test
    void to_a_client_that_left_nothing_is_answered() {
        Response response = thrown(new WorkCancelled("gone", Reason.CLIENT_LEFT, null));

        assertThat(response.status()).isEqualTo(Status.CLIENT_LEFT);
        assertThat(body(response)).isEmpty();
        assertThat(logged(Level.INFO).getFormattedMessage())
                .isEqualTo("GET /polls/7/: the client left before there was an answer");
    }

    @Test
    void a_client_that_left_is_found_behind_a_wrapper() {
        var left = new WorkCancelled("gone", Reason.CLIENT_LEFT, null);

        assertThat(thrown(new BadRequest("body", left)).status()).isEqualTo(Status.CLIENT_LEFT);
        assertThat(thrown(new IllegalStateException(left)).status()).isEqualTo(Status.CLIENT_LEFT);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEADLINE", "HOLD_LIMIT"})
    void what_took_too_long_is_504_without_an_invitation(Reason reason) {
        Response response = thrown(new WorkCancelled(SECRET, reason, null));

        assertThat(response.status()).isEqualTo(Status.GATEWAY_TIMEOUT);
        assertThat(response.headers().has("Retry-After")).isFalse();
        assertThat(logged(Level.WARN).getFormattedMessage()).isEqualTo("GET /polls/7/: 504: " + reason + ": " + SECRET);
    }

    @Test
    void a_shutdown_is_503_on_a_connection_that_ends() {
        Response response = thrown(new WorkCancelled("stop", Reason.SHUTDOWN, null));
        Response overTwo = errors.answer(
                Request.builder(Method.GET, "/").version("HTTP/2").build(),
                new WorkCancelled("stop", Reason.SHUTDOWN, null));

        assertThat(response.status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
        assertThat(response.headers().first("Connection")).contains("close");
        assertThat(response.headers().first("Retry-After")).contains("1");
        assertThat(overTwo.headers().has("Connection")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERRUPTED", "REQUESTED"})
    void what_was_stopped_otherwise_is_503(Reason reason) {
        assertThat(thrown(new WorkCancelled("stop", reason, null)).status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json, text/plain, */*",
                "application/problem+json",
                "text/html;q=0.5, application/json",
                "APPLICATION/JSON",
                "text/html;q=0, application/json;q=0.1"
            })
    void who_prefers_json_gets_a_problem(String accept) {
        Request asking = Request.builder(Method.GET, "/")
                .headers(Headers.of("Accept", accept))
                .build();

        Response response = errors.answer(asking, new IllegalStateException(SECRET));

        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(body(response))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"Something went wrong here. It has been written down.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html, application/json",
                "text/html, application/json;q=0.9",
                ",;q=,;;",
                "application/json;q=0",
                "image/png"
            })
    void everybody_else_gets_a_page(String accept) {
        Request asking = Request.builder(Method.GET, "/")
                .headers(Headers.of("Accept", accept))
                .build();

        assertThat(errors.answer(asking, new NotFound()).headers().first("Content-Type"))
                .contains("text/html; charset=utf-8");
    }

    @Test
    void an_exception_that_fails_to_tell_of_itself_is_still_answered() {
        var hopeless = new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                throw new IllegalStateException("not even this");
            }
        };

        assertThat(thrown(hopeless).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    private Response thrown(Throwable failure) {
        return errors.handle(request, r -> {
            switch (failure) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case Throwable other -> throw new AssertionError(other);
            }
        });
    }

    private static int endless(int depth) {
        return depth < 0 ? 0 : endless(depth + 1) + 1;
    }

    private ILoggingEvent logged(Level level) {
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getLevel()).isEqualTo(level);
        return log.list.getFirst();
    }

    private static String body(Response response) {
        return response instanceof Response.Full full ? new String(full.body(), UTF_8) : "";
    }
}
