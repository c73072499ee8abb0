package nuages.web.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuages.web.http.Key;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a site. Threads share it.
 *
 * <p>A view writes {@code html("polls/index", "questions", latest)}: the template {@code polls/index.html} of the first
 * folder that has it, and a model of names and values. {@code polls/index#results} is one block of that template.
 */
public final class Templates {
    /** Under which requests carry the templates of their site. */
    public static final Key<Templates> KEY = Key.of("templates");

    private final TemplateEngine engine;

    private Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    /** Templates with these settings, and the engine they name. */
    public static Templates of(TemplateSettings settings) {
        return of(settings.engine()
                .orElseThrow(() -> new IllegalStateException(
                        "the settings of templates name no engine: set one, for" + " example engine(Pebble::new)"))
                .engine(settings));
    }

    /** Templates of that engine. */
    public static Templates of(TemplateEngine engine) {
        return new Templates(engine);
    }

    /**
     * A page: the current request's answer, made of a template and a model.
     *
     * @param name such as {@code polls/index}, or {@code polls/index#results} for one block
     * @param model names and values in turn: {@code "question", question, "form", form}
     * @throws TemplateException if there is no such template, or something fails within it
     * @throws IllegalStateException outside of a view
     */
    public static Response html(String name, @Nullable Object... model) {
        return html(name, pairs(model));
    }

    /** A page: the current request's answer, made of a template and a model of values by their names. */
    public static Response html(String name, Map<String, ? extends @Nullable Object> model) {
        var request = Request.current();
        return Response.html(of(request).render(name, model, request));
    }

    /**
     * The templates of the site that a request is for.
     *
     * @throws IllegalStateException if it carries none
     */
    public static Templates of(Request request) {
        return request.attribute(KEY)
                .orElseThrow(
                        () -> new IllegalStateException("the request " + request + " carries no templates: a project"
                                + " gives them to each request; elsewhere do so with request.with(Templates.KEY, …)"));
    }

    /**
     * The text that a template becomes.
     *
     * @param request what is answered; null if the text is for something else, such as a mail
     * @throws TemplateException if there is no such template, or something fails within it
     */
    public String render(String name, Map<String, ? extends @Nullable Object> model, @Nullable Request request) {
        return engine.render(Rendering.of(name, new LinkedHashMap<>(model), request));
    }

    /** Whether there is a template of that whole name, such as {@code forms/field.html}. */
    public boolean has(String template) {
        return engine.has(template);
    }

    /** What is wrong with any of the templates, as far as can be told without a model, a sentence each. */
    public List<String> problems() {
        return engine.problems();
    }

    private static Map<String, @Nullable Object> pairs(@Nullable Object... model) {
        if (model.length % 2 != 0) {
            throw new IllegalArgumentException("a model is names and values in turn, and " + Arrays.toString(model)
                    + " has " + model.length + " parts: give each value a name before it");
        }
        var pairs = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < model.length; i += 2) {
            if (!(model[i] instanceof String name)) {
                throw new IllegalArgumentException("a model is names and values in turn, and at place " + (i + 1)
                        + " is " + model[i] + ", no name: write a text there");
            }
            pairs.put(name, model[i + 1]);
        }
        return pairs;
    }
}
