package nuages.web.template.pebble;

import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.ClassAccessException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.util.Objects;
import java.util.TreeSet;
import nuages.data.error.NuagesException;
import nuages.data.error.WorkCancelled;
import nuages.web.http.HttpException;
import nuages.web.template.Rendering;
import nuages.web.template.TemplateException;
import nuages.web.template.TemplateSettings;
import org.jspecify.annotations.Nullable;

/** What went wrong while something was rendered, told to the author of the template. */
record Failure(TemplateSettings settings, Rendering rendering) {
    private static final int DEEP = 20;

    /** Where something failed, and why. */
    private record Spot(String template, int line, String reason) {}

    /** Whether it means an answer other than an error page, so that nobody may wrap it. */
    static boolean isForOthers(Throwable failure) {
        return failure instanceof HttpException
                || failure instanceof WorkCancelled
                || failure instanceof TemplateException;
    }

    /** What an exception says. */
    static String said(Throwable failure) {
        if (failure instanceof PebbleException engines) {
            return engines.getPebbleMessage();
        }
        var message = failure.getMessage();
        return failure instanceof NuagesException || failure instanceof IllegalArgumentException
                ? String.valueOf(message)
                : failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    RuntimeException of(Throwable failure) {
        Spot nearest = null;
        Throwable cause = null;
        Throwable each = failure;
        for (int i = 0; i < DEEP && each != null; i++, each = each.getCause()) {
            if (isForOthers(each)) {
                return (RuntimeException) each;
            }
            var spot = spot(each);
            if (spot == null) {
                cause = cause == null ? each : cause;
            } else if (nearest == null || spot.line > 0) {
                nearest = spot;
            }
        }
        return nearest == null ? unplaced(failure) : placed(nearest, cause);
    }

    private @Nullable Spot spot(Throwable failure) {
        return switch (failure) {
            case FailedHere here -> new Spot(here.template(), here.line(), said(here));
            case PebbleException engines ->
                new Spot(
                        Objects.requireNonNullElse(engines.getFileName(), rendering.template()),
                        Objects.requireNonNullElse(engines.getLineNumber(), 0),
                        reason(engines));
            default -> null;
        };
    }

    private TemplateException unplaced(Throwable failure) {
        return failure instanceof StackOverflowError
                ? TemplateException.of(
                        rendering.template(),
                        "it includes or extends itself, without end: remove that include, or put a condition around it",
                        null)
                : TemplateException.of(rendering.template(), said(failure), failure);
    }

    private TemplateException placed(Spot spot, @Nullable Throwable cause) {
        var source = settings.find(Rendering.whole(spot.template));
        return spot.line > 0 && source.isPresent()
                ? TemplateException.at(
                        spot.template,
                        spot.line,
                        spot.reason,
                        source.get().toString(),
                        source.get().text(),
                        cause)
                : TemplateException.of(spot.template, spot.reason, cause);
    }

    private String reason(PebbleException failure) {
        return switch (failure) {
            case RootAttributeNotFoundException missing -> missing(missing.getAttributeName(), said(missing));
            case AttributeNotFoundException missing ->
                said(missing).startsWith("Attribute")
                        ? said(missing)
                                .replaceFirst(
                                        "(?s)Attribute \\[(.*)] of \\[(.*)] does not.*",
                                        "$2 has no \"$1\" that a template can read: give it a public field or an"
                                                + " accessor of that name, or correct it")
                        : said(missing);
            case ClassAccessException denied ->
                said(denied)
                        .replaceFirst(
                                "(?s).* access to (.*) method is.*",
                                "templates do not call $1: it returns nothing, or may query; call it in the view, and"
                                        + " hand on what it gives");
            default -> said(failure);
        };
    }

    private String missing(String name, String said) {
        if (said.startsWith("Attempt")) {
            return "\"" + name + "\" is asked of nothing, as what stands before it is null: put an if around it, or"
                    + " | default(…) behind it";
        }
        var given = new TreeSet<>(rendering.model().keySet());
        given.remove(SiteExtension.REQUEST);
        return given.contains(name)
                ? "\"" + name + "\" is null, so nothing can be asked of it: put an if around it"
                : "there is no \"" + name + "\" in the model, only " + given + ": give it one, or put | default(…)"
                        + " behind it";
    }
}
