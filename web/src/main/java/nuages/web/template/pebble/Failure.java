package nuages.web.template.pebble;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import nuages.data.error.NuagesException;
import nuages.data.error.WorkCancelled;
import nuages.web.http.HttpException;
import nuages.web.resource.Resource;
import nuages.web.template.Rendering;
import nuages.web.template.TemplateException;
import nuages.web.template.TemplateSettings;
import org.jspecify.annotations.Nullable;

/** What went wrong while something was rendered, told to the author of the template. */
record Failure(TemplateSettings settings, Rendering rendering) {
    private static final int DEEP = 20;

    /** Whether it means an answer other than an error page, so that nobody may wrap it. */
    static boolean isForOthers(Throwable failure) {
        return failure instanceof HttpException
                || failure instanceof WorkCancelled
                || failure instanceof TemplateException;
    }

    /** What an exception says. */
    static String said(Throwable failure) {
        if (failure instanceof PebbleException ours) {
            return ours.getPebbleMessage();
        }
        var message = failure.getMessage();
        return failure instanceof NuagesException || failure instanceof IllegalArgumentException
                ? String.valueOf(message)
                : failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    RuntimeException of(Throwable failure) {
        PebbleException nearest = null;
        Throwable cause = null;
        Throwable each = failure;
        for (int i = 0; i < DEEP && each != null; i++, each = each.getCause()) {
            if (isForOthers(each)) {
                return (RuntimeException) each;
            }
            if (!(each instanceof PebbleException ours)) {
                cause = cause == null ? each : cause;
            } else if (nearest == null || ours.getLineNumber() != null) {
                nearest = ours;
            }
        }
        return nearest == null ? unplaced(failure) : placed(nearest, cause);
    }

    private TemplateException unplaced(Throwable failure) {
        return failure instanceof StackOverflowError
                ? TemplateException.of(
                        rendering.template(),
                        "it includes or extends itself, without end: remove that include, or put a condition around it",
                        null)
                : TemplateException.of(rendering.template(), said(failure), failure);
    }

    private TemplateException placed(PebbleException failure, @Nullable Throwable cause) {
        var name = Objects.requireNonNullElse(failure.getFileName(), rendering.template());
        var line = Objects.requireNonNullElse(failure.getLineNumber(), 0);
        var source = line > 0 ? settings.find(Rendering.whole(name)) : Optional.<Resource>empty();
        var reason = reason(failure);
        return source.isPresent()
                ? TemplateException.at(
                        name,
                        line,
                        reason,
                        source.get().toString(),
                        source.get().text(),
                        cause)
                : TemplateException.of(name, reason, cause);
    }

    private String reason(PebbleException failure) {
        if (!(failure instanceof RootAttributeNotFoundException missing)) {
            return failure.getPebbleMessage();
        }
        var name = missing.getAttributeName();
        if (failure.getPebbleMessage().startsWith("Attempt")) {
            return "\"" + name
                    + "\" is asked of nothing, as what stands before it is null: put an if around it, or | default(…)"
                    + " behind it";
        }
        var given = new TreeSet<>(rendering.model().keySet());
        given.remove(SiteExtension.REQUEST);
        return given.contains(name)
                ? "\"" + name + "\" is null, so nothing can be asked of it: put an if around it"
                : "there is no \"" + name + "\" in the model, only " + given + ": give it one, or put | default(…)"
                        + " behind it";
    }
}
