package nuages.web.template.pebble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.resource.Folder;
import nuages.web.template.TemplateSettings;
import nuages.web.template.Templates;
import org.jspecify.annotations.Nullable;

/** Templates in a folder of a test's own. */
record Pages(Path folder, TemplateSettings settings) {
    static Pages in(Path folder) {
        return new Pages(folder, TemplateSettings.standard().engine(Pebble::new).folder(Folder.of(folder)));
    }

    Pages with(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String render(String name, @Nullable Object... model) {
        return Templates.of(settings).render(name, map(model), request());
    }

    /** What a template of this text becomes. */
    String text(String text, @Nullable Object... model) {
        return with("page.html", text).render("page", model);
    }

    static Request request() {
        return Request.builder(Method.GET, "/polls/").build();
    }

    static Map<String, @Nullable Object> map(@Nullable Object... model) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < model.length; i += 2) {
            map.put(String.valueOf(model[i]), model[i + 1]);
        }
        return map;
    }
}
