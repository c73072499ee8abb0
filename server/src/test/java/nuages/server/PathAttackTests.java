package nuages.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nuages.server.RawClient.Answer;
import nuages.web.http.Handler;
import nuages.web.http.Response;
import nuages.web.resource.Folder;
import nuages.web.routing.Param;
import nuages.web.routing.Router;
import nuages.web.routing.Routes;
import nuages.web.staticfile.Collector;
import nuages.web.staticfile.StaticFiles;
import nuages.web.staticfile.StaticSettings;
import nuages.web.storage.FileSystemStorage;
import nuages.web.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are to lead out of the folders a site serves, its static files being collected or where they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@ValueSource(booleans = {true, false})
class PathAttackTests {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEF";
    private static final String SECRET = "nobody may read this";

    private static final List<String> WAYS_OUT = List.of(
            "../secret",
            "../../secret",
            "%2e%2e/secret",
            "%2E%2e%2fsecret",
            "..%2fsecret",
            "%2e%2e%2f%2e%2e%2fsecret",
            "%252e%252e%252fsecret",
            "..%252fsecret",
            "..%5csecret",
            "..%255csecret",
            "%5c..%5csecret",
            "..%c0%afsecret",
            "%c0%ae%c0%ae/secret",
            "..%e2%88%95secret",
            "..%ef%bc%8fsecret",
            "....//secret",
            "..;/secret",
            "../secret%00.css",
            "%2e%2e/secret%00",
            "style.css%00",
            "/etc/passwd",
            "%2fetc%2fpasswd",
            "//etc/passwd",
            "file:%2f%2f%2fetc/passwd",
            "C:%5cwindows%5cwin.ini",
            "~root/.profile",
            ".",
            "..",
            "%2e",
            "%2e%2e",
            "./style.css",
            "linked/secret",
            "linked.txt",
            ".env",
            ".git/config",
            ".hidden",
            "staticfiles.json",
            "evil.txt",
            "evil.2.txt",
            "style.css/",
            "style.css/../../secret",
            "");

    @Parameter
    private boolean developing;

    @TempDir
    static Path temporary;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path media;

    @SuppressWarnings("NullAway.Init")
    private Storage storage;

    @SuppressWarnings("NullAway.Init")
    private AttackedSite site;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        folder = Files.createDirectory(temporary.resolve(developing ? "developing" : "deployed"));
        write("secret", SECRET);
        write("outside/secret", SECRET);
        write("static/style.css", "a {}");
        write("static/polls/icon.svg", "<svg/>");
        write("static/.env", SECRET);
        write("static/.git/config", SECRET);
        media = folder.resolve("media");
        storage = FileSystemStorage.at(media, "/media/");
        storage.save("cats/tom.txt", new ByteArrayInputStream("miaow".getBytes(UTF_8)));
        write("media/.hidden", SECRET);
        link("static/linked");
        link("media/linked");
        var settings = StaticSettings.standard()
                .folder(Folder.of(folder.resolve("static")))
                .root(folder.resolve("collected"));
        new Collector(settings).collect(false);
        misleadManifest();
        site = AttackedSite.start(() -> GuardedSite.start(List.of(StaticFiles.of(settings, developing)), views()));
    }

    /** What a test that failed has left. */
    @BeforeEach
    void forget() {
        site.log().forget();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        site.close();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    /** A link to a folder outside and one to a file. */
    private void link(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve(name + ".txt"), folder.resolve("secret"));
    }

    /** As whoever may write the manifest, and nothing else, could do. */
    private void misleadManifest() throws IOException {
        Path manifest = folder.resolve("collected/staticfiles.json");
        String text = Files.readString(manifest).replace("\"paths\":{", """
            "paths":{"evil.txt":"../secret","../secret":"evil.2.txt","linked.txt":"linked.txt",\
            """);
        Files.writeString(manifest, text);
        link("collected/linked");
    }

    private Handler views() {
        var routes = Routes.at("");
        routes.get("/", request -> Response.text("hello " + request.host()));
        routes.get("/media/{name}", Param.PATH, (request, name) -> storage.response(name));
        routes.post("/media/", request -> {
            var upload = request.files().file("file").orElseThrow();
            return Response.text(storage.save("in/" + upload.filename(), upload.stream()));
        });
        return Router.of(routes);
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: example.org\r\n\r\n";
    }

    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private Answer got(String target) throws Exception {
        try (var client = site.raw()) {
            var answer = client.send(get(target)).answer();
            assertThat(site.log().access()).contains(" /");
            return answer;
        }
    }

    @Test
    void what_may_be_read_is_read() throws Exception {
        assertThat(got("/static/polls/icon.svg").body()).isEqualTo("<svg/>");
        assertThat(got("/static/polls/%69con.svg").body()).isEqualTo("<svg/>");
        assertThat(got("/media/cats/tom.txt").body()).isEqualTo("miaow");
    }

    static Stream<String> waysOut() {
        return Stream.of("/static/", "/static/polls/", "/media/", "/media/cats/")
                .flatMap(base -> WAYS_OUT.stream().map(way -> base + way));
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void no_path_leads_to_anything_else(String target) throws Exception {
        var answer = site.refused(get(target));

        assertThat(answer.status()).isIn(400, 404, 405);
        assertThat(answer.body()).doesNotContain(SECRET, "root:", folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.txt",
                "..\\..\\evil.txt",
                "/etc/evil.txt",
                "C:\\evil.txt",
                "cats/../../evil.txt",
                "..",
                "...",
                ".htaccess",
                "evil.txt\u0000.png",
                "",
                "con",
                "linked/evil.txt",
                "../linked/evil.txt",
                "%2e%2e%2fevil.txt",
                "..\u2215evil.txt"
            })
    void a_name_that_came_with_a_file_leads_nowhere(String name) throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + latin(name) + "\"\r\n\r\n"
                + "evil\r\n--x--\r\n";
        int status;
        try (var client = site.raw()) {
            var answer = client.send("POST /media/ HTTP/1.1\r\nHost: example.org\r\nX-CSRFToken: " + TOKEN
                            + "\r\nCookie: csrftoken=" + TOKEN + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .answer();
            status = answer.status();
            assertThat(status).isIn(200, 400, 404);
            if (status == 200) {
                assertThat(answer.body()).matches("in/[^/\\\\]+");
                assertThat(media.resolve(answer.body())).hasContent("evil");
            }
        }
        site.log().once(status);
        site.served();
        assertThat(below(folder).filter(it -> contains(it, "evil"))).allMatch(it -> it.startsWith(media.resolve("in")));
    }

    private static Stream<Path> below(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.org", "/%2fevil.org", "/%5cevil.org", "//evil.org/%2e%2e%2f", "/%09/evil.org"})
    void a_path_that_looks_like_another_site_is_not_redirected_to(String target) throws Exception {
        var answer = site.refused(get(target));

        assertThat(answer.headers()).doesNotContainKey("Location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/", "/", ".a", "-", "9/", "%2f", "%5c", "+", "%c3%a9/", "%25"})
    void the_longest_paths_are_refused_at_once(String part) throws Exception {
        site.refused(get("/" + part.repeat(4000 / part.length())));
        site.refused(get("/media/" + part.repeat(4000 / part.length())));
        site.refused(get("/static/" + part.repeat(4000 / part.length())));
        site.attack(get("/" + part.repeat(40_000)), 414);
    }
}
