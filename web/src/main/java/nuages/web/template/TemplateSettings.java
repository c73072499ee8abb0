package nuages.web.template;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nuages.web.resource.Folder;
import nuages.web.resource.Resource;
import nuages.web.routing.RouteNames;
import nuages.web.staticfile.StaticFiles;
import org.jspecify.annotations.Nullable;

/**
 * What templates are made with, in the making: where they are, what they can call. One thread uses it; from when {@link
 * Templates} are made of it, it does not change.
 */
public final class TemplateSettings {
    private final List<Folder> folders = new ArrayList<>();
    private final Map<String, TemplateFunction> functions = new LinkedHashMap<>();
    private final Map<String, TemplateFilter> filters = new LinkedHashMap<>();
    private TemplateEngine.@Nullable Factory engine;
    private Locale locale = Locale.ENGLISH;
    private Clock clock = Clock.systemUTC();
    private boolean reload;

    private TemplateSettings() {}

    /** No folder, the function {@code querystring}, the filters that Django has; English, UTC; templates are read once. */
    public static TemplateSettings standard() {
        var settings = none();
        TextFilters.all().forEach(settings::filter);
        ParagraphFilters.all().forEach(settings::filter);
        NumberFilters.all().forEach(settings::filter);
        DateFilters.all().forEach(settings::filter);
        return settings.function("querystring", new QueryFunction());
    }

    /** Nothing at all, to be put {@link #before} others. */
    public static TemplateSettings none() {
        return new TemplateSettings();
    }

    /** Adds a folder. Of templates of one name, that of the folder added first counts. */
    public TemplateSettings folder(Folder folder) {
        folders.add(folder);
        return this;
    }

    /** Adds a function, in place of any of its name. */
    public TemplateSettings function(String name, TemplateFunction function) {
        functions.put(checked(name), function);
        return this;
    }

    /** Adds the functions {@code url}, which gives the URLs of these routes, and {@code at}, which tells whether one is shown. */
    public TemplateSettings urls(RouteNames names) {
        return function("url", new UrlFunction(names)).function("at", new AtFunction(names));
    }

    /** Adds the function {@code static}, which gives the URLs of these files. */
    public TemplateSettings files(StaticFiles files) {
        return function("static", new StaticFunction(files));
    }

    /** Adds a filter, in place of any of its name. */
    public TemplateSettings filter(String name, TemplateFilter filter) {
        filters.put(checked(name), filter);
        return this;
    }

    /** Sets the engine. */
    public TemplateSettings engine(TemplateEngine.Factory factory) {
        engine = factory;
        return this;
    }

    /** Sets the language that dates and numbers are written in. */
    public TemplateSettings locale(Locale language) {
        locale = language;
        return this;
    }

    /** Sets the time zone that instants are written in. */
    public TemplateSettings zone(ZoneId timeZone) {
        clock = clock.withZone(timeZone);
        return this;
    }

    /** Sets what tells the time, and the time zone, as tests need. */
    public TemplateSettings clock(Clock teller) {
        clock = teller;
        return this;
    }

    /** Sets whether templates are read anew each time, as their author needs; else once. */
    public TemplateSettings reload(boolean eachTime) {
        reload = eachTime;
        return this;
    }

    /** What these and others say together; where both say something, these do. */
    public TemplateSettings before(TemplateSettings others) {
        var both = none().locale(locale).clock(clock).reload(reload);
        both.engine = engine == null ? others.engine : engine;
        folders.forEach(both::folder);
        others.folders.forEach(both::folder);
        others.functions.forEach(both::function);
        functions.forEach(both::function);
        others.filters.forEach(both::filter);
        filters.forEach(both::filter);
        return both;
    }

    /** The folders in order. */
    public List<Folder> folders() {
        return List.copyOf(folders);
    }

    /** The functions by their names. */
    public Map<String, TemplateFunction> functions() {
        return Map.copyOf(functions);
    }

    /** The filters by their names. */
    public Map<String, TemplateFilter> filters() {
        return Map.copyOf(filters);
    }

    /** The engine, if one was set. */
    public Optional<TemplateEngine.Factory> engine() {
        return Optional.ofNullable(engine);
    }

    /** The language that dates and numbers are written in. */
    public Locale locale() {
        return locale;
    }

    /** What tells the time, in the time zone that instants are written in. */
    public Clock clock() {
        return clock;
    }

    /** Whether templates are read anew each time. */
    public boolean reload() {
        return reload;
    }

    /** The template of that whole name, such as {@code polls/index.html}: of the first folder that has it. */
    public Optional<Resource> find(String name) {
        return folders.stream().flatMap(it -> it.find(name).stream()).findFirst();
    }

    private static String checked(String name) {
        boolean word = !name.isEmpty()
                && Character.isLetter(name.charAt(0))
                && name.chars().allMatch(it -> Character.isLetterOrDigit(it) || it == '_');
        if (!word) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name that a template can call: use letters, digits and _, a letter first");
        }
        return name;
    }
}
