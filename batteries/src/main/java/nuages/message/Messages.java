package nuages.message;

import java.util.List;
import java.util.function.Consumer;
import nuages.project.App;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.template.TemplateSettings;
import nuages.web.view.Errors;

/**
 * Messages for visitors: {@code settings.apps(new Sessions(), new Messages())}. A view says something, redirects, and the next
 * page that asks for messages tells it, once. They need the project's secret key; without sessions, the oldest are dropped
 * when there are more than a cookie can hold. Immutable.
 *
 * <p>In templates, {@code messages()} gives what there is to tell. Cookie and session are those of Django's {@code
 * django.contrib.messages}. If the view fails, nothing is kept and nothing counts as told; what it throws as an answer of less
 * than 500, such as {@code NotFound}, is an answer like others. On pages about faults there are none.
 */
public final class Messages implements App {
    private final MessageSettings settings;

    /** Messages with Django's settings. */
    public Messages() {
        this(MessageSettings.standard());
    }

    private Messages(MessageSettings settings) {
        this.settings = settings;
    }

    /** The same with other settings: {@code new Messages().with(it -> it.level = Level.DEBUG)}. */
    public Messages with(Consumer<MessageSettings.Change> change) {
        return new Messages(settings.with(change));
    }

    /** Tells who develops the site something. */
    public static void debug(Request request, String text) {
        add(request, Message.of(Level.DEBUG, text));
    }

    /** Tells the visitor something to know. */
    public static void info(Request request, String text) {
        add(request, Message.of(Level.INFO, text));
    }

    /** Tells the visitor that something was done. */
    public static void success(Request request, String text) {
        add(request, Message.of(Level.SUCCESS, text));
    }

    /** Tells the visitor that something may go wrong. */
    public static void warning(Request request, String text) {
        add(request, Message.of(Level.WARNING, text));
    }

    /** Tells the visitor that something was not done. */
    public static void error(Request request, String text) {
        add(request, Message.of(Level.ERROR, text));
    }

    /**
     * Tells the visitor something, on this page if it asks for messages later, else on the next one that does.
     *
     * @throws IllegalStateException if the project has no messages
     */
    public static void add(Request request, Message message) {
        pending(request).add(message);
    }

    /** What there is to tell, the oldest first; the next page does not tell it again. */
    public static List<Message> read(Request request) {
        return pending(request).read();
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public boolean signs() {
        return true;
    }

    @Override
    public List<Middleware> middleware() {
        return List.of(new MessageMiddleware(settings));
    }

    @Override
    public void templates(TemplateSettings templates) {
        templates.function("messages", Errors.within(call -> read(call.request()), List.of()));
    }

    private static PendingMessages pending(Request request) {
        return request.attribute(PendingMessages.KEY)
                .orElseThrow(
                        () -> new IllegalStateException("there are no messages: add new Messages() to the apps of the"
                                + " project, and hand on the request that the view was given"));
    }
}
