package nuages.testing.polls;

import static nuages.web.template.Templates.html;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.web.event.EventStream;
import nuages.web.form.Form;
import nuages.web.form.Widget;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.routing.Routes;
import org.jspecify.annotations.Nullable;

/** Pages by templates: with a file that is sent, with news as they happen, and with what hostile visitors send. */
public final class Pages {
    static final Routes routes = Routes.at("/pages");

    /** What is told to whoever listens; one test at a time uses it. */
    public static final BlockingQueue<String> NEWS = new LinkedBlockingQueue<>();

    /** How many listen. */
    public static final AtomicInteger LISTENERS = new AtomicInteger();

    enum Meal {
        FISH,
        BEANS
    }

    /** With a widget of each kind. */
    record Everything(
            @Size(max = 1) String text,
            @Widget(Widget.Kind.TEXTAREA) @Size(max = 1) String area,
            @Widget(Widget.Kind.HIDDEN) @Size(max = 1) String hidden,
            @Max(1) int number,
            LocalDate day,
            Meal meal,
            @Widget(Widget.Kind.RADIOS) Meal radio,
            @Widget(Widget.Kind.CHECKBOXES) Set<Meal> boxes) {}

    private static final Form<Everything> EVERYTHING = Form.of(Everything.class);

    static {
        routes.get("/upload/", request -> html("pages/upload", "uploaded", null, "missing", false));
        routes.post("/upload/", Pages::upload);
        routes.get("/live/", request -> html("pages/live"));
        routes.get("/news/", request -> Response.events(Pages::tell));
        routes.get("/contexts/", Pages::contexts);
        routes.get("/form/", request -> html("pages/form", "form", EVERYTHING.bind(request.queries())));
        routes.get("/failing/", request -> {
            throw new IllegalStateException("what came was " + x(request));
        });
    }

    private Pages() {}

    /** What has arrived, as the page shows it. */
    record Uploaded(String name, long size, String type, String begin) {}

    private static Response upload(Request request) throws IOException {
        var file = request.files().file("file").filter(it -> it.size() > 0);
        @Nullable Uploaded uploaded = null;
        if (file.isPresent()) {
            var bytes = file.get().bytes();
            uploaded = new Uploaded(
                    file.get().filename(),
                    bytes.length,
                    file.get().contentType(),
                    new String(bytes, 0, 3, StandardCharsets.UTF_8));
        }
        return html("pages/upload", "uploaded", uploaded, "missing", uploaded == null);
    }

    private static void tell(EventStream events) throws IOException {
        LISTENERS.incrementAndGet();
        try {
            events.send("count", String.valueOf(Question.objects.count()));
            while (true) {
                events.send("latest", events.next(NEWS));
                events.send("count", String.valueOf(Question.objects.count()));
            }
        } finally {
            LISTENERS.decrementAndGet();
        }
    }

    private static Response contexts(Request request) {
        return html("pages/contexts", "x", x(request));
    }

    private static String x(Request request) {
        return request.query("x").orElse("");
    }
}
