package nuages.web.template.pebble;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What templates can read of objects of a class: public fields, public methods without arguments that return something, and
 * what is called {@code getText}, {@code isOpen} or {@code hasVotes} by {@code text}, {@code open} and {@code votes} too. A
 * class is looked at once. Threads share it.
 */
final class Members {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final List<String> PREFIXES = List.of("get", "is", "has");

    /** Of the framework's own data layer, what surely runs no query. */
    private static final Set<String> QUIET = Set.of("id", "key", "get", "isNew", "iterator");

    private static final String DATA = "nuages.data.";

    private static final ClassValue<Members> ALL = new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> type) {
            return new Members(type);
        }
    };

    private final Map<String, Member> members = new HashMap<>();

    /** Something that can be read. */
    record Member(MethodHandle handle) {
        @Nullable
        Object of(Object instance) throws Exception {
            try {
                return (Object) handle.invokeExact(instance);
            } catch (Exception | Error failure) {
                throw failure;
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private Members(Class<?> type) {
        if (isOfTheMachine(type)) {
            return;
        }
        var types = types(type);
        var methods = new ArrayList<Map.Entry<Method, Lookup>>();
        types.forEach((each, lookup) -> {
            for (var method : each.getDeclaredMethods()) {
                if (isReadable(method)) {
                    methods.add(Map.entry(method, lookup));
                }
            }
        });
        methods.forEach(it -> add(it.getKey().getName(), it.getKey(), it.getValue()));
        types.forEach(this::addFields);
        methods.forEach(it -> addProperty(it.getKey(), it.getValue()));
    }

    static Members of(Object instance) {
        return ALL.get(instance.getClass());
    }

    @Nullable
    Member find(String name) {
        return members.get(name);
    }

    private void addFields(Class<?> type, Lookup lookup) {
        for (var field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isPublic(modifiers)
                    && !Modifier.isStatic(modifiers)
                    && !members.containsKey(field.getName())) {
                try {
                    members.put(
                            field.getName(),
                            new Member(lookup.unreflectGetter(field).asType(GETTER)));
                } catch (IllegalAccessException hidden) {
                    // templates do not see it either
                }
            }
        }
    }

    private void addProperty(Method method, Lookup lookup) {
        var name = method.getName();
        for (var prefix : PREFIXES) {
            int length = prefix.length();
            if (name.startsWith(prefix) && name.length() > length && Character.isUpperCase(name.charAt(length))) {
                add(Character.toLowerCase(name.charAt(length)) + name.substring(length + 1), method, lookup);
            }
        }
    }

    private void add(String name, Method method, Lookup lookup) {
        if (!members.containsKey(name)) {
            try {
                members.put(name, new Member(lookup.unreflect(method).asType(GETTER)));
            } catch (IllegalAccessException hidden) {
                // templates do not see it either
            }
        }
    }

    private static boolean isReadable(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPublic(modifiers)
                && !Modifier.isStatic(modifiers)
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && (!method.getDeclaringClass().getName().startsWith(DATA) || QUIET.contains(method.getName()));
    }

    /** The class and what it extends and implements, each with what may look into it, as far as anything may. */
    private static Map<Class<?>, Lookup> types(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            all.add(each);
        }
        for (var each : List.copyOf(all)) {
            addInterfaces(each, all);
        }
        Map<Class<?>, Lookup> open = new LinkedHashMap<>();
        for (var each : all) {
            var lookup = lookup(each);
            if (lookup != null) {
                open.put(each, lookup);
            }
        }
        return open;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (var each : type.getInterfaces()) {
            if (all.add(each)) {
                addInterfaces(each, all);
            }
        }
    }

    private static @Nullable Lookup lookup(Class<?> type) {
        try {
            MethodHandles.publicLookup().accessClass(type);
            return MethodHandles.publicLookup();
        } catch (IllegalAccessException hidden) {
            try {
                return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            } catch (IllegalAccessException closed) {
                return null;
            }
        }
    }

    /** What no page shows, and what leads from a page to everything. */
    private static boolean isOfTheMachine(Class<?> type) {
        return type == Class.class
                || type == Module.class
                || type == Runtime.class
                || ClassLoader.class.isAssignableFrom(type)
                || Thread.class.isAssignableFrom(type)
                || Process.class.isAssignableFrom(type)
                || AccessibleObject.class.isAssignableFrom(type);
    }
}
