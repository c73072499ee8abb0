package nuages.web.template.pebble;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nuages.web.http.Request;
import nuages.web.template.Markup;
import nuages.web.template.Rendering;
import nuages.web.template.TemplateEngine;
import nuages.web.template.TemplateException;
import nuages.web.template.TemplateSettings;
import org.jspecify.annotations.Nullable;

/**
 * The template engine Pebble, set up for pages: it escapes what is printed, fails where a value is missing, takes as true
 * what Django does, and reads fields and accessors of any object. Threads share it.
 *
 * <p>Its tags {@code embed}, {@code cache}, {@code parallel} and {@code flush} are left out: what stands within the first two
 * would not be escaped, and the others need a page that is written while it is made.
 */
public final class Pebble implements TemplateEngine {
    private static final int SMALLEST_ROOM = 256;
    private static final int LARGEST_ROOM = 64 * 1024;

    private final TemplateSettings settings;
    private final PebbleEngine engine;
    private final Map<String, Boolean> there = new ConcurrentHashMap<>();

    /** How much room the pages of a template take, in characters. */
    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    /** The engine with these folders, functions and filters. */
    public Pebble(TemplateSettings settings) {
        this.settings = settings;
        this.engine = new PebbleEngine.Builder()
                .loader(new FolderLoader(settings))
                .extension(new SiteExtension(settings))
                .registerExtensionCustomizer(new DisallowExtensionCustomizerBuilder()
                        .disallowedTokenParserTags(List.of("embed", "cache", "parallel", "flush"))
                        .build())
                .methodAccessValidator(Members::isCallable)
                .allowOverrideCoreOperators(true)
                .strictVariables(true)
                .newLineTrimming(false)
                .defaultLocale(settings.locale())
                .cacheActive(!settings.reload())
                .build();
    }

    @Override
    public String render(Rendering rendering) {
        var model = rendering.model();
        model.replaceAll((name, value) -> printable(value));
        model.put(SiteExtension.REQUEST, rendering.request());
        model.putIfAbsent("request", rendering.request());
        try {
            var template = engine.getTemplate(rendering.template());
            var writer = new PageWriter(sizes.getOrDefault(rendering.template(), PageWriter.USUAL_SIZE));
            write(template, rendering.block(), model, writer);
            remember(rendering.template(), writer.size());
            return writer.toString();
        } catch (RuntimeException | StackOverflowError failure) {
            throw new Failure(settings, rendering).of(failure);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** In steps, so that it is seldom another; and no more than most pages have. */
    private void remember(String template, int size) {
        int room = Math.min(LARGEST_ROOM, Math.max(SMALLEST_ROOM, Integer.highestOneBit(size) * 2));
        var known = sizes.get(template);
        if (known == null || known < room) {
            sizes.put(template, room);
        }
    }

    @Override
    public boolean has(String template) {
        return settings.reload()
                ? settings.find(template).isPresent()
                : there.computeIfAbsent(template, it -> settings.find(it).isPresent());
    }

    /** Reads each template that ends in {@code .html} or {@code .txt}. */
    @Override
    public List<String> problems() {
        var names = new TreeSet<String>();
        settings.folders().forEach(it -> names.addAll(it.names()));
        var problems = new ArrayList<String>();
        for (var name : names) {
            if (name.endsWith(".html") || name.endsWith(".txt")) {
                try {
                    engine.getTemplate(name);
                } catch (RuntimeException failure) {
                    var wrong = new Failure(settings, new Rendering(name, null, Map.of(), null)).of(failure);
                    problems.add(String.valueOf(wrong.getMessage()));
                }
            }
        }
        return problems;
    }

    private static void write(
            PebbleTemplate template, @Nullable String block, Map<String, @Nullable Object> model, PageWriter writer)
            throws IOException {
        if (block == null) {
            template.evaluate(writer, model);
        } else if (template instanceof PebbleTemplateImpl known && !known.hasBlock(block)) {
            throw TemplateException.of(
                    template.getName(),
                    "it has no block \"" + block + "\": name one that stands in this very template, not in one that it"
                            + " extends",
                    null);
        } else {
            template.evaluateBlock(block, writer, model);
        }
    }

    /** A value as the engine knows it. */
    static @Nullable Object printable(@Nullable Object value) {
        return switch (value) {
            case Markup markup -> new SafeText(markup.html());
            case Optional<?> optional -> printable(optional.orElse(null));
            case null, default -> value;
        };
    }

    /** The request that is kept in a model, if there is one. */
    static @Nullable Request request(@Nullable Object kept) {
        return kept instanceof Request request ? request : null;
    }
}
