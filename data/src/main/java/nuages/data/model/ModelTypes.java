package nuages.data.model;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds what the annotation processor has written for a model. Threads share it. */
final class ModelTypes {
    /** Goes away with the class, when it is compiled anew. */
    private static final ClassValue<AtomicReference<@Nullable ModelType<?>>> KNOWN = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable ModelType<?>> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    /** The models that refer to one, by their names: one that is compiled anew takes the place of what it was before. */
    private static final ClassValue<Map<String, WeakReference<ModelType<?>>>> REFERRING = new ClassValue<>() {
        @Override
        protected Map<String, WeakReference<ModelType<?>>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private ModelTypes() {}

    static void register(Class<?> type, ModelType<?> known) {
        KNOWN.get(type).set(known);
        var here = new WeakReference<ModelType<?>>(known);
        for (var property : known.properties()) {
            property.references().ifPresent(it -> REFERRING.get(it.target()).put(type.getName(), here));
        }
        known.details().links().forEach(it -> REFERRING.get(it.target()).put(type.getName(), here));
    }

    /** Those models that have been used in this program and refer to that one, or have a table between. */
    static List<ModelType<?>> referring(Class<?> type) {
        var all = new ArrayList<ModelType<?>>();
        for (var each : REFERRING.get(type).values()) {
            var known = each.get();
            if (known != null) {
                all.add(known);
            }
        }
        all.sort(Comparator.comparing(ModelType::table));
        return all;
    }

    /** Loading the class that was written lets it make itself known; nothing of it is called by reflection. */
    @SuppressWarnings("unchecked")
    static <M extends KeyedModel<?>> ModelType<M> of(Class<M> type) {
        var known = KNOWN.get(type);
        if (known.get() == null) {
            load(type);
        }
        var found = known.get();
        if (found == null) {
            throw missing(type, null);
        }
        return (ModelType<M>) found;
    }

    private static void load(Class<?> type) {
        try {
            Class.forName(type.getName().replace('$', '_') + "_", true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw missing(type, e);
        }
    }

    private static IllegalArgumentException missing(Class<?> type, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "nothing was generated for model " + type.getName() + ": there is no class "
                        + type.getName().replace('$', '_') + "_.\nlet the compiler run the annotation processor "
                        + "dev.nuages:nuages-processor, and let the class be one that can be made: not abstract, "
                        + "and with a constructor without parameters that its package can call.",
                cause);
    }
}
