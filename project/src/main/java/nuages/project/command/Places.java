package nuages.project.command;

import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options by which a server is told where it listens. */
public final class Places {
    @Parameters(arity = "0..1", paramLabel = "[ADDRESS:]PORT", description = "Where the site listens, in one word.")
    private @Nullable String place;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address on which the site listens.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "The port of the site; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--management-host",
            paramLabel = "ADDRESS",
            description = "The address for health, connections and metrics: one that strangers cannot reach.")
    private @Nullable String managementHost;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "The port for health, connections and metrics; 0 takes a free one.")
    private @Nullable Integer managementPort;

    /** Options that have not been given yet. */
    public Places() {}

    /** Those among the arguments of a command; all that is none, or wrong, is passed over. */
    public static Places among(String... arguments) {
        var places = new Places();
        try {
            new CommandLine(places).setUnmatchedArgumentsAllowed(true).parseArgs(arguments);
            return places;
        } catch (ParameterException wrong) {
            return new Places();
        }
    }

    /** The settings, but for what was said. */
    public ServerSettings of(ServerSettings settings) {
        var said = place == null ? new Place(settings.host(), settings.port()) : Place.parse(place);
        return settings.with(it -> {
            it.host = host != null ? host : said.host().isEmpty() ? it.host : said.host();
            it.port = port != null ? port : said.port();
        });
    }

    /** The settings, but for what was said. */
    public ManagementSettings of(ManagementSettings settings) {
        return settings.withHost(managementHost != null ? managementHost : settings.host())
                .withPort(managementPort != null ? managementPort : settings.port());
    }
}
