package nuages.project.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

/** Asks the management listener of a running server who holds which connection, and prints it. */
@Command(
        name = "connections",
        description = "Shows who holds which connection of a running server.",
        mixinStandardHelpOptions = true)
final class Connections implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Site> source;
    private final Console console;

    @Option(
            names = "--management-host",
            paramLabel = "ADDRESS",
            description = "Where the server's management listener is.")
    private @Nullable String host;

    @Option(names = "--management-port", paramLabel = "PORT", description = "Its port.")
    private @Nullable Integer port;

    @Option(names = "--json", description = "Print what the server says, as it says it.")
    private boolean json;

    Connections(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = source.get().management();
        var place = new Place(host != null ? host : settings.host(), port != null ? port : settings.port());
        var url = place.url("http") + "connections";
        try {
            var answer = ask(url);
            console.say(json ? answer : ConnectionsReport.of(answer));
            return 0;
        } catch (IOException silence) {
            console.complain(
                    "nothing answers at " + url + " (" + silence + "): start the site with runserver, or say where it"
                            + " is with --management-host and --management-port");
        } catch (JacksonException nonsense) {
            console.complain("what answers at " + url + " is no management listener: say where it is with"
                    + " --management-host and --management-port");
        }
        return 1;
    }

    private static String ask(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("it answers with status " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
