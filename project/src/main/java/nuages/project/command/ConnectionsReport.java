package nuages.project.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a management listener says about connections, in two tables: the databases, and who holds what. */
final class ConnectionsReport {
    private static final List<String> NUMBERS = List.of(
            "size",
            "open",
            "leased",
            "idle",
            "connecting",
            "closing",
            "orphaned",
            "waiting",
            "shed",
            "timeouts",
            "control");

    private ConnectionsReport() {}

    /** The tables; an exception of Jackson's if it is something else that said so. */
    static String of(String json) throws JacksonException {
        var databases = new Table(Stream.concat(Stream.of("database", "dialect"), NUMBERS.stream())
                .toList());
        var leases = new Table(List.of("database", "held", "work", "code", "state", "statement"));
        var held = 0;
        for (var database :
                JsonMapper.shared().readTree(json).required("databases").values()) {
            databases.row(Stream.concat(
                            Stream.of(text(database, "alias"), text(database, "dialect")),
                            NUMBERS.stream().map(name -> database.required(name).asString()))
                    .toList());
            for (var lease : database.required("leases").values()) {
                held++;
                leases.row(List.of(
                        text(database, "alias"),
                        String.format(
                                Locale.ROOT,
                                "%.1fs",
                                lease.required("ageMillis").asLong() / 1000.0),
                        text(lease, "work"),
                        text(lease, "codeLine"),
                        state(lease),
                        text(lease, "sql").replaceAll("\\s+", " ")));
            }
        }
        return databases + "\n\n" + (held == 0 ? "nobody holds a connection" : leases.toString());
    }

    private static String state(JsonNode lease) {
        var transaction = lease.required("transaction").asBoolean() ? "atomic, " : "";
        return transaction + (lease.required("busy").asBoolean() ? "busy" : "waits");
    }

    private static String text(JsonNode of, String name) {
        var value = of.required(name);
        return value.isNull() ? "-" : value.asString();
    }
}
