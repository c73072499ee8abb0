package nuages.web.template;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered. One thread uses it.
 *
 * @param template the whole name, such as {@code polls/index.html}
 * @param block the one block of it that is wanted; null for all
 * @param model the values by their names
 * @param request what is answered; null if it is for something else
 */
public record Rendering(
        String template,
        @Nullable String block,
        Map<String, @Nullable Object> model,
        @Nullable Request request) {
    private static final String SUFFIX = ".html";

    /** Names of which views of one site are made; beyond that they are put together each time. */
    private static final int MOST_KNOWN = 2000;

    /** Whole names by what views write, so that each is one text, which knows its hash. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    /** Of a name as views write it: {@code polls/index}, or {@code polls/index#results} for one block. */
    static Rendering of(String name, Map<String, @Nullable Object> model, @Nullable Request request) {
        int hash = name.indexOf('#');
        return hash < 0
                ? new Rendering(whole(name), null, model, request)
                : new Rendering(whole(name.substring(0, hash)), name.substring(hash + 1), model, request);
    }

    /** The name with the ending {@code .html}, unless it has another one. */
    public static String whole(String name) {
        var known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        var whole = name.indexOf('.', name.lastIndexOf('/') + 1) < 0 ? name + SUFFIX : name;
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(name, whole);
        }
        return whole;
    }
}
