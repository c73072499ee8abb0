package nuages.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nuages.web.upload.Upload;
import nuages.web.upload.UploadSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Good input with random mistakes for each parser: it is read, or refused with 4xx and a reason. There are few in a build;
 * {@code -Dnuages.fuzz=1000000} tries so many for all parsers together.
 */
class FuzzTests {
    record Ballot(
            long choice,
            @Nullable String reason,
            Optional<LocalDate> day,
            @Nullable Instant at,
            @Nullable List<Map<String, Double>> more,
            @Nullable Status status) {}

    private static final int TRIES = Integer.getInteger("nuages.fuzz", 26_000);
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
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
        "\n",
        "\0",
        "\u00FF",
        "\u00C3\u00A9",
        "--x",
        "--x--",
        "-",
        "1e999",
        "null",
        "\\uD800",
        "charset=klingon",
        "charset=utf-16",
        " ",
        "\t",
        "999999999999999999999",
        "-0",
        "NaN",
        "..",
        "/",
        "*",
        "?",
        "#",
        "W/",
        "bytes=",
        "GMT",
        "\uFEFF"
    };

    @TempDir
    static Path folder;

    /** What is tried: something that is right, and who reads it. Each character is a byte. */
    enum Parser {
        QUERY(
                "q=a%20b+c&tag=x&tag=y&empty=&bare&%C3%A9=%3D",
                sent -> {
                    Request request = Request.to(Method.GET, "/search/?" + sent).build();
                    request.queries().names().forEach(name -> request.queries().values(name));
                }),
        TARGET(
                "/polls/caf%C3%A9/7/?page=2",
                sent -> Request.to(Method.GET, sent).build()),
        FORM("choice=7&text=a+b%0D%0Ac&raw=\u00C3\u00A9", sent -> form("application/x-www-form-urlencoded", sent)),
        MULTIPART("""
            --x
            Content-Disposition: form-data; name="title"

            tea
            --x
            Content-Disposition: form-data; name="photo"; filename="C:\\me.png"
            Content-Type: image/png; charset=utf-8

            0123456789
            --x--
            """.replace("\n", "\r\n"), sent -> form("multipart/form-data; boundary=x", sent)),
        MULTIPART_TYPE("multipart/form-data; boundary=\"a\"; charset=utf-8", sent -> {
            if (Headers.isClean(sent)) {
                form(sent, "--a\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--a--");
            }
        }),
        JSON(
                "{\"choice\": 7, \"reason\": \"t\\u00e9\", \"day\": \"2026-11-22\", \"at\": \"2026-11-22T07:30:00Z\","
                        + " \"more\": [{\"a\": 1.5e3}], \"status\": {\"code\": 200, \"reason\": \"OK\"}}",
                sent -> post("application/json", sent).json(Ballot.class)),
        JSON_OF_ANY_KIND(
                "[1, -2.5, true, null, \"a\", {\"b\": []}]",
                sent -> post("application/vnd.x+json", sent).json(Object.class)),
        TEXT("text/plain; charset=\"iso-8859-1\"", sent -> {
            if (Headers.isClean(sent)) {
                post(sent, "\u00E9\u00FF" + sent).text();
            }
        }),
        COOKIES("a=1; b=\"two\"; c=x=y", sent -> get("Cookie", sent).cookies()),
        HOST("www.example.org:8000", sent -> get("Host", sent).host()),
        RANGE("bytes=0-499", sent -> Ranges.answer(get("Range", sent), Response.bytes(new byte[1000], "text/plain"))),
        RANGES(
                "bytes=0-1,5-6, 900-",
                sent -> Ranges.answer(get("Range", sent), Response.bytes(new byte[1000], "text/plain"))),
        DATE("Sun, 06 Nov 1994 08:49:37 GMT", sent -> {
            HttpDate.parse(sent);
            Ranges.answer(
                    get("Range", "bytes=0-1", "If-Range", sent),
                    Response.bytes(new byte[10], "text/plain").with("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"));
        }),
        TYPED("2026-11-22", sent -> {
            Parameters typed = Parameters.of(Map.of("a", List.of(sent)));
            typed.value("a", LocalDate::parse);
            typed.value("a", Long::valueOf);
            typed.value("a", UUID::fromString);
            typed.value("a", Instant::parse);
        });

        private final String right;

        @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
        private final Consumer<String> reader;

        Parser(String right, Consumer<String> reader) {
            this.right = right;
            this.reader = reader;
        }
    }

    @ParameterizedTest
    @EnumSource(Parser.class)
    void what_is_right_is_read(Parser parser) {
        if (parser != Parser.TYPED) {
            parser.reader.accept(parser.right);
        }
    }

    @ParameterizedTest
    @EnumSource(Parser.class)
    void input_with_mistakes_is_read_or_refused_with_a_reason(Parser parser) {
        var random = new Random(parser.name().hashCode());
        int refused = 0;
        for (int i = 0; i < TRIES / Parser.values().length; i++) {
            String sent = mistaken(parser.right, random);
            long begin = CPU.getCurrentThreadCpuTime();
            try {
                parser.reader.accept(sent);
            } catch (HttpException e) {
                assertThat(e.status().code()).as("%s", sent).isBetween(400, 431);
                assertThat(e.problem())
                        .as("what the client is told of %s", sent)
                        .isPresent();
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        parser + " of " + shown(sent) + " (" + i + ") failed instead of being refused", e);
            }
            assertThat(CPU.getCurrentThreadCpuTime() - begin)
                    .as("nanoseconds of a processor for %s", sent)
                    .isLessThan(LONGEST_NANOS);
        }
        assertThat(folder).isEmptyDirectory();
        boolean lenient =
                Set.of(Parser.COOKIES, Parser.RANGE, Parser.RANGES, Parser.DATE).contains(parser);
        assertThat(refused > 0).as("%s refused some", parser).isNotEqualTo(lenient);
    }

    /** One to eight mistakes: something cut, doubled, exchanged, put in, or made very long. */
    private static String mistaken(String right, Random random) {
        var text = new StringBuilder(right);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, text.substring(at, to));
                case 2, 3 -> text.insert(at, CRUMBS[random.nextInt(CRUMBS.length)]);
                case 4 -> text.replace(at, to, CRUMBS[random.nextInt(CRUMBS.length)]);
                case 5 -> text.setLength(at);
                case 6 -> text.insert(at, (char) random.nextInt(256));
                default -> text.insert(at, CRUMBS[random.nextInt(CRUMBS.length)].repeat(random.nextInt(300)));
            }
        }
        return text.toString();
    }

    private static void form(String contentType, String sent) {
        Request request = post(contentType, sent);
        try {
            request.form();
            request.files().all().forEach(Upload::filename);
        } finally {
            request.release();
        }
    }

    private static Request post(String contentType, String sent) {
        var uploads = UploadSettings.standard().with(it -> {
            it.memoryBytes = 5;
            it.folder = folder;
            it.fileBytes = 5000;
        });
        return Request.builder(Method.POST, "/")
                .headers(Headers.of("Content-Type", contentType))
                .limits(new Limits(20_000, 100, uploads))
                .body(() -> new ByteArrayInputStream(
                        sent.getBytes(sent.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8)))
                .build();
    }

    /** What cannot be in a header is not let through by the server. */
    private static Request get(String... headers) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.isClean(headers[headers.length - 1]) ? Headers.of(headers) : Headers.of("Host", "x"))
                .build();
    }

    private static String shown(String sent) {
        var shown = new StringBuilder();
        sent.chars()
                .limit(500)
                .forEach(c ->
                        shown.append(c >= ' ' && c < 127 ? "" + (char) c : String.format(Locale.ROOT, "\\u%04X", c)));
        return shown.toString();
    }
}
