package nuages.benchmarks.develop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Measures what a developer of a project of many models waits for. Close it. */
public final class Waiting implements AutoCloseable {
    private static final int MODELS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Workplace place;
    private final Consumer<Wait> heard;

    /** With a project whose database is at that address; who hears is told of each wait as soon as it is over. */
    public Waiting(String database, Consumer<Wait> heard) throws IOException {
        this.place = new Workplace(MODELS, database);
        this.heard = heard;
    }

    /**
     * One measurement.
     *
     * @param what what was waited for
     * @param took how long, the start of a JVM included where there is one
     */
    public record Wait(String what, Duration took) {}

    /** Commands, one after the other, each in a JVM of its own. */
    public void commands() throws IOException, InterruptedException {
        command("--version, compiling " + MODELS + " models", "--version");
        command("--version", "--version");
        command("makemigrations, of all models", "makemigrations");
        command("makemigrations --check, compiling", "makemigrations", "--check");
        command("makemigrations --check", "makemigrations", "--check");
        command("migrate, all models", "migrate");
        command("migrate, nothing to do", "migrate");
        command("showmigrations", "showmigrations");
    }

    private void command(String what, String... arguments) throws IOException, InterruptedException {
        heard.accept(new Wait(what, place.time(PATIENCE, arguments)));
    }

    /** From writing a file until the page has changed: views, and then models with a view. */
    public void edits(int times) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var server = place.start("runserver", "0", "--management-port=0");
        try (var client = HttpClient.newHttpClient()) {
            var url = URI.create(server.address(PATIENCE));
            await(client, url, "first", server);
            heard.accept(new Wait("runserver, until the first page", Duration.ofNanos(System.nanoTime() - start)));
            for (int i = 1; i <= times; i++) {
                edit(client, url, "edit of a view, " + i, "view " + i, server);
            }
            for (int i = 1; i <= times; i++) {
                place.model(0, "public int more" + i + ";");
                edit(client, url, "edit of a model, " + i, "model " + i, server);
            }
        } finally {
            server.end(PATIENCE);
        }
    }

    private void edit(HttpClient client, URI url, String what, String word, Serving server)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        place.view(word);
        await(client, url, word, server);
        heard.accept(new Wait(what, Duration.ofNanos(System.nanoTime() - start)));
    }

    private static void await(HttpClient client, URI url, String word, Serving server)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var body = "";
                !body.equals(word);
                body = client.send(request, BodyHandlers.ofString()).body()) {
            if (System.nanoTime() > end) {
                throw server.failed(
                        "the page has not become \"" + word + "\" within " + PATIENCE + " but is:\n" + body);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        place.close();
    }
}
