package nuages.project.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nuages.project.command.Console;
import nuages.project.command.Stop;

/** A small project in a folder, that can be changed and run as {@code ./manage} does. */
final class Sketch {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SHOWN = Pattern.compile("(?m)^Shown at +(\\S+)$");
    private static final Pattern SITE = Pattern.compile("(?m)^Site +(\\S+)$");

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Layout layout;
    private final Stop stop = Stop.byHand();
    private final HttpClient client = HttpClient.newHttpClient();
    private CompletableFuture<Integer> running = CompletableFuture.completedFuture(0);

    Sketch(Path folder) throws IOException {
        this.layout = new Layout(folder, "site.Site");
        var jars = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        write("target/manage/compile.path", String.join("\n", jars));
        write("target/manage/test.path", String.join("\n", jars));
        write(".env", "SITE_WORD=from-the-file\n");
        site("");
        views("Response.text(\"first\")");
    }

    /** A site with one page and some settings. */
    void site(String settings) throws IOException {
        write("src/main/java/site/Site.java", """
            package site;

            import nuages.project.Project;
            import nuages.project.Settings;

            final class Site {
                static void main(String[] args) {
                    Project.of(settings -> settings.routes(it -> it.get("/", Views::index))%s).run(args);
                }
            }
            """.formatted(settings));
    }

    /** What the page answers: an expression. */
    void views(String answer) throws IOException {
        write("src/main/java/site/Views.java", """
            package site;

            import nuages.data.connection.Work;
            import nuages.web.http.Request;
            import nuages.web.http.Response;

            final class Views {
                record Row(long number, String text) {}

                static Response index(Request request) {
                    return %s;
                }
            }
            """.formatted(answer));
    }

    void write(String file, String text) throws IOException {
        var path = layout.root().resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    void start() {
        var arguments = List.of("runserver", "0", "--management-port=0");
        running = CompletableFuture.supplyAsync(
                () -> run(arguments.toArray(String[]::new)),
                task -> Thread.ofPlatform().start(task));
    }

    int run(String... arguments) {
        try {
            return new Manage(layout, Console.of(out, err)).run(stop, arguments);
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    /** Where it listens, when it does. */
    URI url() throws InterruptedException {
        until(out, text -> SITE.matcher(text).find());
        var line = SITE.matcher(out.toString());
        assertThat(line.find()).isTrue();
        return URI.create(line.group(1));
    }

    /** Where it listened before there was a site. */
    URI shownAt() throws InterruptedException {
        until(out, text -> SHOWN.matcher(text).find());
        var line = SHOWN.matcher(out.toString());
        assertThat(line.find()).isTrue();
        return URI.create(line.group(1));
    }

    HttpResponse<String> ask(String path, String accept) throws IOException, InterruptedException {
        return ask(url().resolve(path), accept);
    }

    HttpResponse<String> ask(URI url, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).header("Accept", accept).timeout(PATIENCE);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    String get() throws IOException, InterruptedException {
        return get("");
    }

    String get(String path) throws IOException, InterruptedException {
        return ask(path, "*/*").body();
    }

    /** Asks until the answer is such a one. */
    String await(Predicate<String> expected) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var answer = get();
        while (!expected.test(answer) && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(10));
            answer = get();
        }
        assertThat(answer).as("%s%n%s", out, err).matches(expected);
        return answer;
    }

    /** Waits until something was written. */
    void until(StringWriter where, Predicate<String> expected) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!expected.test(where.toString()) && System.nanoTime() < end && !running.isDone()) {
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(where.toString()).as("%s%n%s", out, err).matches(expected);
    }

    int stop() throws Exception {
        stop.tell();
        return running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    void close() throws Exception {
        stop();
        client.close();
    }
}
