package nuages.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nuages.data.connection.Work;
import nuages.testing.Client;
import nuages.testing.WebTest;
import nuages.web.http.Method;
import org.junit.jupiter.api.Test;

/**
 * Good requests with random mistakes, through a whole site: each is answered, none with 500, and nothing is left of them.
 * There are few in a build; {@code -Dnuages.fuzz=1000000} sends so many.
 */
@WebTest(FuzzedSite.class)
class SiteFuzzTests {
    private static final int TRIES = Integer.getInteger("nuages.fuzz", 4_000);
    private static final long MOST_GROWTH = 20L << 20;
    private static final int MOST_FILES = 30;
    private static final long LONGEST_NANOS = Duration.ofSeconds(20).toNanos();
    private static final String MULTIPART = """
        --x
        Content-Disposition: form-data; name="note"

        tea
        --x
        Content-Disposition: form-data; name="photo"; filename="me.png"
        Content-Type: image/png

        0123456789
        --x--
        """.replace("\n", "\r\n");

    /** What a request begins as. */
    private record Asked(Method method, String target, String type, String body) {
        static Asked get(String target) {
            return new Asked(Method.GET, target, "", "");
        }

        static Asked post(String target, String type, String body) {
            return new Asked(Method.POST, target, type, body);
        }
    }

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<Asked> REQUESTS = List.of(
            Asked.get("/"),
            Asked.get("/numbers/?page=2"),
            Asked.get("/numbers/?page=last"),
            Asked.get("/sessions/?after=abc"),
            Asked.get("/sessions/?before=abc"),
            Asked.get("/rows/7/"),
            Asked.get("/file/?name=caf%C3%A9.css"),
            Asked.get("/static/site.css"),
            Asked.get("/text/"),
            new Asked(Method.HEAD, "/text/", "", ""),
            new Asked(Method.OPTIONS, "/visit/", "", ""),
            Asked.post("/visit/", FORM, "note=a+b&csrfmiddlewaretoken={csrf}"),
            Asked.post("/form/", FORM, "item=tea&count=2&day=2026-11-22&csrfmiddlewaretoken={csrf}"),
            Asked.post("/form/", "multipart/form-data; boundary=x", MULTIPART),
            Asked.post("/upload/", "multipart/form-data; boundary=x", MULTIPART),
            Asked.post("/json/", "application/json", "{\"choice\": 7, \"reason\": \"t\\u00e9\"}"));

    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Host", "www.example.org:8000"),
            Map.entry("Origin", "http://localhost"),
            Map.entry("Referer", "http://localhost/form/?a=b"),
            Map.entry("Sec-Fetch-Site", "same-origin"),
            Map.entry("X-CSRFToken", "{csrf}"),
            Map.entry("If-None-Match", "W/\"one\", \"two\""),
            Map.entry("If-None-Match", "*"),
            Map.entry("If-Match", "\"one\""),
            Map.entry("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"),
            Map.entry("If-Unmodified-Since", "Sunday, 06-Nov-94 08:49:37 GMT"),
            Map.entry("If-Range", "\"one\""),
            Map.entry("Range", "bytes=0-4, 7-, -3"),
            Map.entry("Accept", "text/html, application/json;q=0.9, */*;q=0.1"),
            Map.entry("Accept-Encoding", "br, gzip;q=0.5, *;q=0"),
            Map.entry("Accept-Language", "de-DE, en;q=0.5"),
            Map.entry("X-Forwarded-For", "203.0.113.7, 2001:db8::7, 127.0.0.1"),
            Map.entry("X-Forwarded-Proto", "https"),
            Map.entry("X-Forwarded-Host", "a.example.org"),
            Map.entry("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=a.example.org, for=127.0.0.1"),
            Map.entry("X-Request-ID", "0123456789abcdef"),
            Map.entry("Content-Type", "text/plain; charset=utf-16"));

    private static final String[] CRUMBS = {
        "%",
        "%00",
        "%C0%AF",
        "&",
        "=",
        "+",
        ";",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\r\n",
        "\0",
        "\u00FF",
        "\u00C3\u00A9",
        "--x",
        "-",
        "1e999",
        "null",
        " ",
        "\t",
        "99999999999999999999",
        "-0",
        "NaN",
        "..",
        "/",
        "//",
        "*",
        "?",
        "#",
        "W/",
        "bytes=",
        "GMT",
        "q=0",
        "q=1.5",
        "for=",
        "unknown",
        "::",
        "eyJ9",
        ".",
        "$",
        "@"
    };

    private final Random random = new Random(20_261_122);
    private int accepted;
    private int refused;

    @Test
    void whatever_is_sent_is_answered_and_nothing_stays_of_it(Client client) throws IOException {
        var visitor = client.withErrorPages();
        for (int i = 0; i < TRIES / 10; i++) {
            send(visitor, i); // so that classes are loaded and caches are full
        }
        long files = openFiles();
        for (int i = 0; i < TRIES / 2; i++) {
            send(visitor, i);
        }
        long between = heap();
        for (int i = 0; i < TRIES / 2; i++) {
            send(visitor, i);
        }

        assertThat(heap() - between).as("bytes that were not given back").isLessThan(MOST_GROWTH);
        assertThat(openFiles() - files).as("files that were not closed").isLessThan(MOST_FILES);
        try (var left = Files.list(FuzzedSite.FOLDER.resolve("uploads"))) {
            assertThat(left.map(it -> it.getFileName().toString())).containsExactly(".keep");
        }
        assertThat(Work.current().database().snapshot().leased()).isZero();
        assertThat(accepted).as("accepted of " + TRIES).isGreaterThan(TRIES / 10);
        assertThat(refused).as("refused of " + TRIES).isGreaterThan(TRIES / 10);
    }

    private void send(Client visitor, int number) {
        if (number % 50 == 0) {
            visitor.forgetCookies();
            visitor.post("/visit/", Map.of("note", "a <b> é"));
            visitor.get("/").text();
            visitor.post("/visit/", Map.of("note", "c"));
        }
        var asked = REQUESTS.get(random.nextInt(REQUESTS.size()));
        var csrf = visitor.cookie("csrftoken").orElse("none");
        var sender = random.nextBoolean() ? visitor.enforcingCsrf() : visitor;
        var call = sender.request(asked.method(), "/" + changed(asked.target().substring(1), csrf));
        if (!asked.type().isEmpty()) {
            call.body(header(asked.type(), csrf), changed(asked.body(), csrf).getBytes(ISO_8859_1));
        }
        call.header("Cookie", header(cookies(visitor), csrf));
        for (int i = random.nextInt(6); i > 0; i--) {
            var header = HEADERS.get(random.nextInt(HEADERS.size()));
            call.header(header.getKey(), header(header.getValue(), csrf));
        }
        long begin = System.nanoTime();
        var reply = call.send();
        assertThat(System.nanoTime() - begin).as("nanoseconds of %s", reply).isLessThan(LONGEST_NANOS);
        assertThat(reply.status().code()).as("%s", reply.request()).isLessThan(500);
        if (reply.status().code() < 400) {
            accepted++;
        } else {
            refused++;
        }
    }

    private static String cookies(Client visitor) {
        var cookies = new StringBuilder("a=1");
        for (var name : List.of("sessionid", "messages", "csrftoken")) {
            visitor.cookie(name)
                    .ifPresent(
                            it -> cookies.append("; ").append(name).append('=').append(it));
        }
        return cookies.toString();
    }

    /** Half of the time as it was, else with one to four mistakes. */
    private String changed(String right, String csrf) {
        var text = new StringBuilder(right.replace("{csrf}", csrf));
        for (int i = random.nextBoolean() ? 0 : 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(7)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, text.substring(at, to));
                case 2, 3 -> text.insert(at, crumb());
                case 4 -> text.replace(at, to, crumb());
                case 5 -> text.insert(at, (char) random.nextInt(256));
                default -> text.insert(at, crumb().repeat(random.nextInt(100)));
            }
        }
        return text.toString();
    }

    private String crumb() {
        return CRUMBS[random.nextInt(CRUMBS.length)];
    }

    /** What cannot be in a header is not let through by the server. */
    private String header(String right, String csrf) {
        var clean = new StringBuilder();
        changed(right, csrf)
                .chars()
                .map(it -> it < ' ' || it == 0x7f ? ' ' : it)
                .forEach(it -> clean.append((char) it));
        return clean.toString().strip();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc(); // what is only softly or weakly held goes, and so does what it held
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** How many files this process has open, where the system tells. */
    private static long openFiles() throws IOException {
        var open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (var files = Files.list(open)) {
            return files.count();
        }
    }
}
