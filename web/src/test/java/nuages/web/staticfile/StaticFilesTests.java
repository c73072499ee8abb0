package nuages.web.staticfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import nuages.data.error.SettingsException;
import nuages.web.http.Headers;
import nuages.web.http.HttpException;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.resource.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTests {
    private final Path sources;
    private final Path root;
    private final StaticSettings settings;

    StaticFilesTests(@TempDir Path folder) throws IOException {
        this.sources = folder.resolve("sources");
        this.root = folder.resolve("root");
        this.settings = StaticSettings.standard().folder(Folder.of(sources)).root(root);
        write("polls/style.css", "a { color: red }\n".repeat(50));
        write("polls/a b.png", "png");
        Files.writeString(folder.resolve("secret"), "secret");
    }

    @Test
    void what_was_collected_is_kept_by_browsers_for_good() throws Exception {
        var files = collected();
        var url = files.url("polls/style.css");

        var response = answer(files, url, Headers.none());

        assertThat(url).matches("/static/polls/style\\.[0-9a-f]{12}\\.css");
        assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(response, "Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(answer(files, "/static/polls/style.css", Headers.none()), "Cache-Control"))
                .isEqualTo("public, max-age=60");
        assertThat(files.url("polls/a b.png")).startsWith("/static/polls/a%20b.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, GZIP;q=0.5", "deflate,gzip"})
    void who_takes_gzip_gets_the_compressed_file(String accepted) throws Exception {
        var files = collected();

        var response = answer(files, files.url("polls/style.css"), Headers.of("Accept-Encoding", accepted));

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(((Response.FromFile) response).path().toString()).endsWith(".css.gz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip;q=0", "identity, gzip; q=0.000", "gzipped"})
    void who_does_not_take_gzip_gets_the_file_itself(String accepted) throws Exception {
        var files = collected();

        var response = answer(files, files.url("polls/style.css"), Headers.of("Accept-Encoding", accepted));

        assertThat(response.headers().first("Content-Encoding")).isEmpty();
        assertThat(((Response.FromFile) response).path().toString()).endsWith(".css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void who_asks_for_a_part_gets_it(String accepted) throws Exception {
        var files = collected();
        var asked = Request.builder(Method.GET, files.url("polls/style.css"))
                .headers(Headers.of("Accept-Encoding", accepted, "Range", "bytes=2-3"))
                .build();

        var part = files.handle(asked, none -> Response.text("")).partFor(asked);

        assertThat(part.status()).isEqualTo(Status.PARTIAL_CONTENT);
        var file = (Response.FromFile) part;
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-3/" + Files.size(file.path()));
        assertThat(file.offset()).isEqualTo(2);
        assertThat(file.length()).isEqualTo(2);
    }

    @Test
    void who_has_it_already_is_told_so() throws Exception {
        var files = collected();
        var url = files.url("polls/style.css");
        var tag = header(answer(files, url, Headers.none()), "ETag");
        var modified = header(answer(files, url, Headers.none()), "Last-Modified");

        var unchanged = answer(files, url, Headers.of("If-None-Match", "W/\"x\", " + tag));

        assertThat(unchanged.status()).isEqualTo(Status.NOT_MODIFIED);
        assertThat(header(unchanged, "ETag")).isEqualTo(tag);
        assertThat(answer(files, url, Headers.of("If-Modified-Since", modified)).status())
                .isEqualTo(Status.NOT_MODIFIED);
        assertThat(answer(files, url, Headers.of("If-None-Match", "\"other\"", "If-Modified-Since", modified))
                        .status())
                .isEqualTo(Status.OK);
        assertThat(answer(files, url, Headers.of("If-None-Match", tag, "Accept-Encoding", "gzip"))
                        .status())
                .isEqualTo(Status.OK);
        assertThat(answer(files, url, Headers.of("If-Modified-Since", "Sun, 01 Jan 2023 00:00:00 GMT"))
                        .status())
                .isEqualTo(Status.OK);
        assertThat(answer(files, url, Headers.of("If-Modified-Since", "yesterday"))
                        .status())
                .isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../secret",
                "/static/..%2fsecret",
                "/static/%2e%2e/secret",
                "/static/polls/%2e%2e/%2e%2e/secret",
                "/static/..%5csecret",
                "/static//etc/passwd",
                "/static/%2fetc/passwd",
                "/static/polls",
                "/static/",
                "/static/polls/style.css/",
                "/static/polls/style.css%00.png",
                "/static/staticfiles.json",
                "/static/none.css"
            })
    void nothing_else_is_served(String target) throws IOException {
        for (var files : new StaticFiles[] {collected(), StaticFiles.of(settings, true)}) {
            assertThatThrownBy(() -> {
                        var request = Request.to(Method.GET, target).build();
                        var response = files.handle(request, it -> {
                            throw new NotFound("it is no static file");
                        });
                        assertThat(response).isNull();
                    })
                    .isInstanceOf(HttpException.class)
                    .satisfies(it ->
                            assertThat(((HttpException) it).status().code()).isIn(400, 404));
        }
    }

    @Test
    void what_is_below_another_path_is_left_to_views() throws Exception {
        assertThat(answer(collected(), "/polls/", Headers.none()).status()).isEqualTo(Status.NO_CONTENT);
        assertThatThrownBy(() -> collected()
                        .handle(
                                Request.to(Method.POST, "/static/polls/style.css")
                                        .build(),
                                it -> Response.text("")))
                .isInstanceOf(MethodNotAllowed.class);
    }

    @Test
    void while_developing_a_change_is_there_at_once() throws Exception {
        collected();
        var files = StaticFiles.of(settings, true);
        write("new.css", "new");

        var response = answer(files, files.url("new.css"), Headers.none());

        assertThat(files.url("new.css")).isEqualTo("/static/new.css");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
        assertThat(((Response.FromFile) response).path()).hasContent("new");
    }

    @Test
    void a_compressed_file_that_is_older_than_its_file_is_not_sent() throws Exception {
        write("app.js", "new");
        write("app.js.gz", "of the old");
        var small = sources.resolve("app.js.gz");
        var changed = Files.getLastModifiedTime(sources.resolve("app.js")).toInstant();
        var gzip = Headers.of("Accept-Encoding", "gzip");

        Files.setLastModifiedTime(small, FileTime.from(changed.minusSeconds(1)));
        assertThat(sent(StaticFiles.of(settings, true), "/static/app.js", gzip)).isEqualTo("app.js");
        assertThat(sent(collected(), "/static/app.js", gzip)).isEqualTo("app.js");

        Files.setLastModifiedTime(small, FileTime.from(changed));
        assertThat(sent(StaticFiles.of(settings, true), "/static/app.js", gzip)).isEqualTo("app.js.gz");
    }

    @Test
    void a_name_of_nothing_has_no_url() throws IOException {
        assertThatThrownBy(() -> StaticFiles.of(settings, true).url("polls/styles.css"))
                .hasMessage(
                        "there is no static file \"polls/styles.css\" in " + sources + ": add it, or correct the name");
        assertThatThrownBy(() -> collected().url("polls/styles.css"))
                .hasMessageEndingWith(
                        "among those collected in " + root + ": correct the name, or run collectstatic again");
    }

    @Test
    void they_may_be_served_by_another_server() throws IOException {
        settings.url("https://static.example.org/");

        assertThat(collected().url("polls/style.css")).startsWith("https://static.example.org/polls/style.");
        assertThatThrownBy(() -> settings.url("static")).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> settings.url("/")).isInstanceOf(SettingsException.class);
    }

    private StaticFiles collected() throws IOException {
        new Collector(settings).collect(false);
        return StaticFiles.of(settings, false);
    }

    private static Response answer(StaticFiles files, String target, Headers headers) throws Exception {
        var request = Request.to(Method.GET, target).headers(headers).build();
        return files.handle(request, it -> Response.empty(Status.NO_CONTENT));
    }

    private static String sent(StaticFiles files, String target, Headers headers) throws Exception {
        return String.valueOf(
                ((Response.FromFile) answer(files, target, headers)).path().getFileName());
    }

    private static String header(Response response, String name) {
        return response.headers().first(name).orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        var file = sources.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
