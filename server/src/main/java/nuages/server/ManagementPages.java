package nuages.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.LeaseSnapshot;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/** What a {@link ManagementServer} answers. Asks the databases nothing that needs a connection. */
final class ManagementPages implements Handler {
    private final Supplier<Databases> source;
    private final Requests requests;
    private final Meters meters;

    ManagementPages(Supplier<Databases> source, Requests requests, Meters meters) {
        this.source = source;
        this.requests = requests;
        this.meters = meters;
    }

    @Override
    public Response handle(Request request) {
        if (request.method() != Method.GET && request.method() != Method.HEAD) {
            return PlainFailures.text(Status.METHOD_NOT_ALLOWED).with("Allow", "GET, HEAD");
        }
        var answer = switch (request.path()) {
            case "/health/live" -> Response.json(Map.of("live", true));
            case "/health/ready" -> ready();
            case "/connections" -> Response.json(Map.of("databases", snapshots()));
            case "/metrics" -> metrics();
            default -> throw new NotFound("management has no page " + request.path());
        };
        return answer.with("Cache-Control", "no-store");
    }

    private Response ready() {
        var reasons = new ArrayList<String>();
        if (requests.draining()) {
            reasons.add("the server is stopping");
        }
        for (var database : source.get().all()) {
            if (!database.ready()) {
                reasons.add("database " + database.alias() + " cannot be reached");
            }
        }
        var state = new LinkedHashMap<String, Object>();
        state.put("ready", reasons.isEmpty());
        state.put("reasons", reasons);
        return Response.json(state).with(reasons.isEmpty() ? Status.OK : Status.SERVICE_UNAVAILABLE);
    }

    private Response metrics() {
        var type = "text/plain; version=0.0.4; charset=utf-8";
        return Response.text(meters.registry().scrape("text/plain")).with(Headers.of("Content-Type", type));
    }

    private List<Map<String, Object>> snapshots() {
        return source.get().all().stream().map(ManagementPages::snapshot).toList();
    }

    private static Map<String, Object> snapshot(Database database) {
        var pool = database.snapshot();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("alias", pool.alias());
        fields.put("dialect", pool.dialect());
        fields.put("size", pool.size());
        fields.put("open", pool.open());
        fields.put("leased", pool.leased());
        fields.put("idle", pool.idle());
        fields.put("connecting", pool.connecting());
        fields.put("closing", pool.closing());
        fields.put("orphaned", pool.orphaned());
        fields.put("waiting", pool.waiting());
        fields.put("shed", pool.shed());
        fields.put("timeouts", pool.timeouts());
        fields.put("control", pool.control());
        fields.put("controlSize", pool.controlSize());
        fields.put("leases", pool.leases().stream().map(ManagementPages::lease).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> lease(LeaseSnapshot lease) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("work", lease.work());
        fields.put("thread", lease.thread());
        fields.put("ageMillis", lease.age().toMillis());
        fields.put("sql", lease.sql());
        fields.put("codeLine", lease.codeLine());
        fields.put("transaction", lease.transaction());
        fields.put("busy", lease.busy());
        return fields;
    }
}
