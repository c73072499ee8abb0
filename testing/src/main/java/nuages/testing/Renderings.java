package nuages.testing;

import java.util.ArrayList;
import java.util.List;
import nuages.web.form.FormView;
import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.template.Rendering;
import nuages.web.template.TemplateEngine;
import nuages.web.template.Templates;

/** The templates that a request's answer is made of, with what they are given, as they are asked for. Threads share it. */
final class Renderings {
    /** Where a test wants to be told. */
    static final Key<Renderings> KEY = Key.of("templates of a test's request");

    private final List<Rendering> all = new ArrayList<>();

    synchronized void add(Rendering rendering) {
        all.add(rendering);
    }

    synchronized List<Rendering> all() {
        return List.copyOf(all);
    }

    /** The whole name, with the block if it is one. */
    static String name(Rendering rendering) {
        return rendering.block() == null ? rendering.template() : rendering.template() + "#" + rendering.block();
    }

    /** A name as views write it, made as whole as {@link #name} is. */
    static String whole(String name) {
        int hash = name.indexOf('#');
        return hash < 0 ? Rendering.whole(name) : Rendering.whole(name.substring(0, hash)) + name.substring(hash);
    }

    /** What templates were given, for people. */
    static List<String> told(List<Rendering> renderings) {
        return renderings.stream()
                .map(it -> name(it) + " with " + it.model().keySet())
                .toList();
    }

    /** The forms that templates were given, each once. */
    static List<FormView> forms(List<Rendering> renderings) {
        return renderings.stream()
                .flatMap(it -> it.model().values().stream())
                .filter(FormView.class::isInstance)
                .map(FormView.class::cast)
                .distinct()
                .toList();
    }

    /** Puts templates that note what they render between a site and its own, for error pages too. */
    static final class Notes implements Middleware {
        @Override
        public Response handle(Request request, Handler next) throws Exception {
            var notes = request.attribute(KEY);
            var templates = request.attribute(Templates.KEY);
            return notes.isEmpty() || templates.isEmpty()
                    ? next.handle(request)
                    : next.handle(request.with(Templates.KEY, Templates.of(new Noting(templates.get(), notes.get()))));
        }

        @Override
        public Stage stage() {
            return Stage.REQUEST_ID;
        }
    }

    /** The templates of a site, each of which is noted. */
    private record Noting(Templates templates, Renderings notes) implements TemplateEngine {
        @Override
        public String render(Rendering rendering) {
            notes.add(rendering);
            return templates.render(name(rendering), rendering.model(), rendering.request());
        }

        @Override
        public boolean has(String template) {
            return templates.has(template);
        }

        @Override
        public List<String> problems() {
            return templates.problems();
        }
    }
}
