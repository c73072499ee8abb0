package nuages.web.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeveloperPageTests {
    private static final Insight INSIGHT = new Insight(
            SourceFolders.of(Path.of("")),
            () -> List.of(
                    new Insight.Setting("SECRET_KEY", "do-not-show", ".env line 1"),
                    new Insight.Setting("NUAGES_PORT", "8123", "environment")),
            () -> List.of("GET /polls/", "POST /polls/{id}/vote/"));

    private final Errors errors = Errors.forDevelopers(INSIGHT);
    private final Request request = Request.builder(Method.POST, "/polls/7/")
            .query("page=<2>&reset_token=t0p")
            .headers(Headers.of("Host", "localhost", "Cookie", "sessionid=abc123", "Authorization", "Basic abc123"))
            .build();

    @Test
    void the_line_of_the_site_is_shown_with_its_neighbours_and_libraries_are_folded() {
        String page = page(errors.handle(request, r -> {
            throw new IllegalStateException("no <tea>", new IllegalArgumentException("no water"));
        }));

        assertThat(page)
                .contains("<p>no &lt;tea&gt;</p>")
                .contains("<span class=\"at\"><b>")
                .contains("throw new IllegalStateException(&quot;no &lt;tea&gt;&quot;")
                .contains("DeveloperPageTests.java:")
                .contains("Caused by java.lang.IllegalArgumentException: no water")
                .contains("frames of libraries</summary>");
    }

    @Test
    void secrets_are_hidden_by_their_names_and_the_rest_is_escaped() {
        var blind = Errors.forDevelopers(new Insight(SourceFolders.none(), INSIGHT.settings(), INSIGHT.routes()));

        String page = page(blind.answer(request, new IllegalStateException("failed")));

        assertThat(page)
                .doesNotContain("abc123", "t0p", "do-not-show", "<2>")
                .contains("query page", "[&lt;2&gt;]", "NUAGES_PORT", "8123", ".env line 1", Secrets.HIDDEN);
    }

    @Test
    void what_was_asked_of_the_database_stands_there_with_times(@TempDir Path folder) {
        var database = Database.open("default", "sqlite:" + folder.resolve("page.db"));
        try {
            String page = Work.of("POST /polls/7/", Databases.of(database))
                    .run(() -> page(errors.handle(request, r -> {
                        database.sql("select 41 + ?", 1).one(Long.class);
                        throw new IllegalStateException("after the query");
                    })));

            assertThat(page)
                    .contains("1 statement, ", "<td class=\"code\">select 41 + ?</td>", "(wait for a connection)");
        } finally {
            database.shutdown(Duration.ofSeconds(1));
        }
    }

    @Test
    void where_there_is_nothing_all_routes_are_shown() {
        Response response = errors.answer(request, new NotFound("no route for POST /polls/7/"));

        assertThat(response.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(page(response)).contains("no route for POST /polls/7/", "<li>POST /polls/{id}/vote/</li>");
    }

    private static String page(Response response) {
        return new String(((Response.Full) response).body(), UTF_8);
    }
}
