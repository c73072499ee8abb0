package nuages.benchmarks.develop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Measures what a developer of a project of many models waits for. */
public final class Waiting {
    private static final int MODELS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Workplace place;

    /** With a project whose database is at that address. */
    public Waiting(String database) throws IOException {
        place = new Workplace(MODELS, database);
    }

    /**
     * One measurement.
     *
     * @param what what was waited for
     * @param took how long, the start of a JVM included where there is one
     */
    public record Wait(String what, Duration took) {}

    /** Commands, one after the other, each in a JVM of its own. */
    public List<Wait> commands() throws IOException, InterruptedException {
        var waits = new ArrayList<Wait>();
        waits.add(wait("--version, compiling " + MODELS + " models", "--version"));
        waits.add(wait("--version", "--version"));
        waits.add(wait("makemigrations, of all models", "makemigrations"));
        waits.add(wait("makemigrations --check, compiling", "makemigrations", "--check"));
        waits.add(wait("makemigrations --check", "makemigrations", "--check"));
        waits.add(wait("migrate, all models", "migrate"));
        waits.add(wait("migrate, nothing to do", "migrate"));
        waits.add(wait("showmigrations", "showmigrations"));
        return waits;
    }

    private Wait wait(String what, String... arguments) throws IOException, InterruptedException {
        return new Wait(what, place.time(arguments));
    }

    /** From writing a file until the page has changed: views, and then models with a view. */
    public List<Wait> edits(int times) throws IOException, InterruptedException {
        var waits = new ArrayList<Wait>();
        var process = place.start("runserver", "0", "--management-port=0");
        try (var output = process.inputReader();
                var client = HttpClient.newHttpClient()) {
            var url = URI.create(Workplace.address(output));
            Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
            await(client, url, "first");
            for (int i = 1; i <= times; i++) {
                waits.add(edit(client, url, "edit of a view, " + i, "view " + i));
            }
            for (int i = 1; i <= times; i++) {
                place.model(0, "public int more" + i + ";");
                waits.add(edit(client, url, "edit of a model, " + i, "model " + i));
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
        return waits;
    }

    /** Deletes the project. */
    public void close() throws IOException {
        place.close();
    }

    private Wait edit(HttpClient client, URI url, String what, String word) throws IOException, InterruptedException {
        long start = System.nanoTime();
        place.view(word);
        await(client, url, word);
        return new Wait(what, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void await(HttpClient client, URI url, String word) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!client.send(request, BodyHandlers.ofString()).body().equals(word)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the page has not become \"" + word + "\" within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
