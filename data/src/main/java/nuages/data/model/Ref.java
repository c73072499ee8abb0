package nuages.data.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a row of a model with a number for its key. The number is there for free; the row itself only if it was
 * fetched.
 *
 * @param <T> the other model
 */
public final class Ref<T extends Model> extends KeyedRef<T, Long> {
    Ref(ModelType<T> target, Long key, @Nullable Peers peers, int property) {
        super(target, key, peers, property);
    }

    private Ref(ModelType<T> target, T value) {
        super(target, value);
    }

    /** A reference to an object, which may be new but must be saved before what refers to it. */
    @SuppressWarnings("unchecked")
    public static <T extends Model> Ref<T> to(T model) {
        return new Ref<>((ModelType<T>) ModelType.of(model.getClass()), model);
    }

    /** A reference to the row with that key, of which it is not known whether it is there. */
    public static <T extends Model> Ref<T> to(Class<T> model, long id) {
        return new Ref<>(ModelType.of(model), id, null, -1);
    }

    /** The key of the row; never queries. */
    public long id() {
        return key();
    }
}
