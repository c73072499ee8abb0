package nuages.web.middleware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page may load and do: the directives of a Content Security Policy (W3C, level 3) and their sources. Immutable.
 *
 * <pre>{@code
 * ContentPolicy.strict().and("img-src", "https://images.example.org").with("frame-src", "https://maps.example.org")
 * }</pre>
 */
public final class ContentPolicy {
    /** This origin. */
    public static final String SELF = "'self'";

    /** Nothing at all. */
    public static final String NONE = "'none'";

    /** Elements with the nonce of the answer; the source itself is made for each answer that uses it. */
    public static final String NONCE = "'nonce'";

    /** Scripts that were loaded by scripts that may run; other sources of scripts but nonces and hashes count no more. */
    public static final String STRICT_DYNAMIC = "'strict-dynamic'";

    /** Whatever stands in the page itself, an attacker's text included. */
    public static final String UNSAFE_INLINE = "'unsafe-inline'";

    /** Scripts made of text. */
    public static final String UNSAFE_EVAL = "'unsafe-eval'";

    private static final Set<String> KEYWORDS = Set.of(
            "self",
            "none",
            "nonce",
            "strict-dynamic",
            "unsafe-inline",
            "unsafe-eval",
            "unsafe-hashes",
            "report-sample");
    private static final Set<String> EVERYWHERE = Set.of("*", "http:", "https:", "data:", "blob:");
    private static final char HERE = '\0';

    private final Map<String, List<String>> directives;
    private final String bare;

    /** With {@link #HERE} in the place of each nonce; null if there is none. */
    private final @Nullable String nonced;

    private ContentPolicy(Map<String, List<String>> directives) {
        this.directives = Collections.unmodifiableMap(directives);
        this.bare = written(false);
        boolean hasNonce = directives.values().stream().anyMatch(sources -> sources.contains(NONCE));
        this.nonced = hasNonce ? written(true) : null;
    }

    /** Nothing is ruled. */
    public static ContentPolicy none() {
        return new ContentPolicy(Map.of());
    }

    /**
     * Scripts with the page's nonce and what these load; styles of this origin or with the nonce; everything else from this
     * origin, pictures from {@code data:} URLs too; no plug-ins, no {@code <base>}, forms to this origin only. Who may
     * frame a page is left to {@code X-Frame-Options}.
     */
    public static ContentPolicy strict() {
        return none().with("default-src", SELF)
                .with("script-src", NONCE, STRICT_DYNAMIC)
                .with("style-src", SELF, NONCE)
                .with("img-src", SELF, "data:")
                .with("object-src", NONE)
                .with("base-uri", NONE)
                .with("form-action", SELF);
    }

    /**
     * The same policy with these sources for a directive, instead of any it had.
     *
     * @throws IllegalArgumentException if one is no source, such as {@code self} without its quotes
     */
    public ContentPolicy with(String directive, String... sources) {
        check(directive, List.of(sources));
        var changed = new LinkedHashMap<>(directives);
        changed.put(directive, List.of(sources));
        return new ContentPolicy(changed);
    }

    /**
     * The same policy with more sources for a directive. If it had none, what {@code default-src} allows stays allowed.
     *
     * @throws IllegalArgumentException if one is no source
     */
    public ContentPolicy and(String directive, String... sources) {
        var inherited =
                directive.endsWith("-src") ? directives.getOrDefault("default-src", List.of()) : List.<String>of();
        var all = new LinkedHashSet<>(directives.getOrDefault(directive, inherited));
        all.remove(NONE);
        all.addAll(Arrays.asList(sources));
        return with(directive, all.toArray(String[]::new));
    }

    /** The same policy without a directive. */
    public ContentPolicy without(String directive) {
        var changed = new LinkedHashMap<>(directives);
        changed.remove(directive);
        return new ContentPolicy(changed);
    }

    /** Why a script would run that is not the author's; empty if it would not. */
    Optional<String> weakness() {
        var scripts = directives.getOrDefault("script-src", directives.get("default-src"));
        if (scripts == null) {
            return Optional.of("it says nothing of scripts, give it a script-src");
        }
        boolean named = scripts.stream().anyMatch(it -> it.equals(NONCE) || it.startsWith("'sha"));
        if (scripts.contains(UNSAFE_INLINE) && !named) {
            return Optional.of("'unsafe-inline' lets them run, use nonces instead");
        }
        return scripts.contains(STRICT_DYNAMIC)
                ? Optional.empty()
                : scripts.stream()
                        .filter(EVERYWHERE::contains)
                        .findFirst()
                        .map(it -> "they may come from " + it + ", name the sites that they come from");
    }

    boolean isEmpty() {
        return directives.isEmpty();
    }

    /** The header's value; without a nonce, what only a nonce allows is not allowed. */
    String header(@Nullable String nonce) {
        return nonce == null || nonced == null ? bare : nonced.replace(String.valueOf(HERE), nonce);
    }

    private String written(boolean withNonce) {
        return directives.entrySet().stream()
                .map(each -> written(each.getKey(), each.getValue(), withNonce))
                .collect(Collectors.joining("; "));
    }

    private static String written(String directive, List<String> sources, boolean withNonce) {
        List<String> written = new ArrayList<>(sources);
        if (withNonce) {
            written.replaceAll(source -> source.equals(NONCE) ? "'nonce-" + HERE + "'" : source);
        } else if (written.remove(NONCE)) {
            written.remove(STRICT_DYNAMIC);
            if (written.isEmpty()) {
                written.add(NONE);
            }
        }
        return written.isEmpty() ? directive : directive + " " + String.join(" ", written);
    }

    private static void check(String directive, List<String> sources) {
        if (directive.isEmpty() || !directive.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')) {
            throw new IllegalArgumentException("a content policy has no directive \"" + directive
                    + "\": write it in small letters, for example img-src");
        }
        for (String source : sources) {
            if (source.isEmpty() || !source.chars().allMatch(c -> c > ' ' && c < 127 && c != ';' && c != ',')) {
                throw new IllegalArgumentException(
                        "\"" + source + "\" is no source of a content policy: give each source as"
                                + " an argument of its own, without spaces, commas and semicolons");
            }
            if (KEYWORDS.contains(source.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the source " + source + " would be a host of that name: write '"
                        + source + "', with the quotes, or the constant of ContentPolicy");
            }
        }
    }

    @Override
    public String toString() {
        return bare;
    }
}
