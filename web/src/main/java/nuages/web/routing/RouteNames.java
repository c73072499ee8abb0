package nuages.web.routing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Routes by the names of the constants that hold them, for where no Java is written, such as templates: {@code
 * polls.detail} is the constant {@code detail} of the app {@code polls}, and {@code PollUrls.detail} that of the class.
 * Immutable; threads share it.
 */
public final class RouteNames {
    /** What a name stands for; nothing if it stands for several. */
    private record Meaning(@Nullable Declaration declaration, Set<String> better) {}

    private final Map<String, Meaning> names;

    private RouteNames(Map<String, Meaning> names) {
        this.names = names;
    }

    /**
     * The names of routes. The constants are looked for in the classes whose code declares the routes.
     *
     * @param apps the routes of apps, by the names of these
     * @param others routes that belong to no app: they are called by their classes alone
     */
    public static RouteNames of(Map<String, Routes> apps, List<Routes> others) {
        var draft = new Draft();
        apps.forEach(draft::add);
        others.forEach(routes -> draft.add(null, routes));
        return new RouteNames(draft.names);
    }

    /** What is wrong with a name, and which to write instead; null if it is one. */
    public @Nullable String problem(String name) {
        var meaning = names.get(name);
        if (meaning == null) {
            return "there is no route \"" + name + "\"" + likely(name);
        }
        return meaning.declaration == null
                ? "there is more than one route \"" + name + "\": write one of " + meaning.better
                : null;
    }

    /**
     * The URL of a route with values for what its pattern has in braces.
     *
     * @throws IllegalArgumentException if there is no route of that name, or no such URL would lead to it
     */
    public String url(String name, List<? extends @Nullable Object> values) {
        var meaning = names.get(name);
        if (meaning == null || meaning.declaration == null) {
            throw new IllegalArgumentException(problem(name));
        }
        return meaning.declaration.urlOf(values);
    }

    /**
     * Whether that route answers a request, with whatever values.
     *
     * @throws IllegalArgumentException if there is no route of that name
     */
    public boolean leads(String name, Request request) {
        var meaning = names.get(name);
        if (meaning == null || meaning.declaration == null) {
            throw new IllegalArgumentException(problem(name));
        }
        var matched = Matched.of(request);
        return matched.isPresent() && matched.get().declaration() == meaning.declaration;
    }

    private String likely(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
        var alike = new TreeSet<String>();
        names.keySet().stream().filter(it -> it.endsWith("." + last)).forEach(alike::add);
        if (!alike.isEmpty()) {
            return ": did you mean " + String.join(" or ", alike) + "?";
        }
        return names.isEmpty()
                ? ": no route is kept in a constant of the class that declares it, so keep it in one"
                : ", only " + new TreeSet<>(names.keySet()) + ": correct it, or keep that route in a constant";
    }

    /** Names in the making. */
    private static final class Draft {
        private final Map<String, Meaning> names = new HashMap<>();

        void add(@Nullable String app, Routes routes) {
            var declared = new ArrayList<Declaration>();
            routes.gather(declared);
            Set<Declaration> all = Collections.newSetFromMap(new IdentityHashMap<>());
            all.addAll(declared);
            var holders = new LinkedHashSet<Class<?>>();
            declared.forEach(it -> holders.add(it.holder()));
            for (var holder : holders) {
                for (var field : holder.getDeclaredFields()) {
                    var found = declaration(field);
                    if (found != null && all.contains(found)) {
                        add(app, holder.getSimpleName(), field.getName(), found);
                    }
                }
            }
        }

        private void add(@Nullable String app, String holder, String constant, Declaration declaration) {
            var exact = holder + "." + constant;
            put(exact, declaration, exact);
            if (app != null && !app.equals(holder)) {
                put(app + "." + constant, declaration, exact);
            }
        }

        private void put(String name, Declaration declaration, String exact) {
            names.merge(name, new Meaning(declaration, Set.of(exact)), (one, other) -> {
                var better = new TreeSet<>(one.better);
                better.addAll(other.better);
                return one.declaration == other.declaration ? one : new Meaning(null, better);
            });
        }

        private static @Nullable Declaration declaration(Field field) {
            var type = field.getType();
            boolean route =
                    type == Route0.class || type == Route1.class || type == Route2.class || type == Route3.class;
            if (!route || !Modifier.isStatic(field.getModifiers()) || !field.trySetAccessible()) {
                return null;
            }
            try {
                return switch (field.get(null)) {
                    case Route0 found -> found.declaration();
                    case Route1<?> found -> found.declaration();
                    case Route2<?, ?> found -> found.declaration();
                    case Route3<?, ?, ?> found -> found.declaration();
                    case null, default -> null;
                };
            } catch (IllegalAccessException closed) {
                return null;
            }
        }
    }
}
