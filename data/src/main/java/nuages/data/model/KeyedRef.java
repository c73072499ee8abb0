package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.error.NotFetched;
import nuages.data.error.RowNotFound;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a row of another model. Its key is there for free; the row itself only if it was fetched.
 *
 * @param <T> the other model
 * @param <K> the Java type of its key
 */
public sealed class KeyedRef<T extends KeyedModel<?>, K> permits Ref {
    private final ModelType<T> target;
    private final @Nullable K key;
    private final @Nullable Peers peers;
    private final int property;
    private @Nullable T value;

    KeyedRef(ModelType<T> target, K key, @Nullable Peers peers, int property) {
        this.target = target;
        this.key = key;
        this.peers = peers;
        this.property = property;
    }

    KeyedRef(ModelType<T> target, T value) {
        this.target = target;
        this.key = null;
        this.peers = null;
        this.property = -1;
        this.value = value;
    }

    /** A reference to an object, which may be new but must be saved before what refers to it. */
    @SuppressWarnings("unchecked")
    public static <T extends KeyedModel<K>, K> KeyedRef<T, K> of(T model) {
        return new KeyedRef<>((ModelType<T>) ModelType.of(model.getClass()), model);
    }

    /** A reference to the row with that key, of which it is not known whether it is there. */
    public static <T extends KeyedModel<K>, K> KeyedRef<T, K> of(Class<T> model, K key) {
        return new KeyedRef<>(ModelType.of(model), key, null, -1);
    }

    /**
     * The key of the row; never queries.
     *
     * @throws IllegalStateException if the row is an object that is new or was deleted
     */
    @SuppressWarnings("unchecked")
    public K key() {
        if (key != null) {
            return key;
        }
        var row = Objects.requireNonNull(value);
        if (row.isNew()) {
            throw new IllegalStateException(
                    "this " + target + " has no row, so that nothing can refer to it: it is new "
                            + "or was deleted. save it before what refers to it.");
        }
        return (K) Objects.requireNonNull(target.keyOf(row));
    }

    /**
     * The row, which was fetched before; never queries.
     *
     * @throws NotFetched if it was not
     */
    public T get() {
        if (value == null) {
            throw new NotFetched(target + " " + key() + " was not fetched, and get() never queries.\n" + "add .with("
                    + shown() + ") to the query, or call fetch(), which queries for all rows of its result.");
        }
        return value;
    }

    private String shown() {
        return peers == null ? "the foreign key" : field("_.");
    }

    private String owner() {
        return peers == null ? "this" : field(".");
    }

    private String field(String between) {
        var owner = ModelType.of(Objects.requireNonNull(peers).all().getFirst().getClass());
        return owner + between + owner.properties().get(property).name();
    }

    /** The row if it was fetched before; never queries. */
    public Optional<T> fetched() {
        return Optional.ofNullable(value);
    }

    /**
     * The row. If it was not fetched, one query fetches it and those of all rows that were read together with this one.
     *
     * @throws nuages.data.error.RowNotFound if there is no such row
     */
    public T fetch() {
        if (value == null) {
            var together = together();
            Lookups.reference(
                    target, peers == null ? null : field("."), peers == null ? null : field("_."), together.size());
            var on = peers == null ? QuerySet.of(target.type()).database() : peers.database();
            References.fetch(together, QuerySet.of(target.type()), on);
        }
        if (value == null) {
            throw new RowNotFound(
                    "there is no " + target + " with key " + key() + ", to which " + owner()
                            + " refers: it was deleted meanwhile, or the database does not check the reference.",
                    null);
        }
        return value;
    }

    /** Those of the objects that were read together, as far as they were not fetched. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"})
    private List<KeyedRef<T, K>> together() {
        var refs = new ArrayList<KeyedRef<T, K>>();
        refs.add(this);
        if (peers != null) {
            for (var ref : References.missing(peers.all(), property)) {
                if (ref != (Object) this && ref.target().type() == (Object) target.type()) {
                    refs.add((KeyedRef<T, K>) (KeyedRef<?, ?>) ref);
                }
            }
        }
        return refs;
    }

    /** Where the row it refers to came from, as far as that is known. */
    Optional<Database> database() {
        var from = value != null ? value.peers : peers;
        return from == null ? Optional.empty() : Optional.of(from.database());
    }

    void fetched(T row) {
        this.value = row;
    }

    ModelType<T> target() {
        return target;
    }

    private boolean unsaved() {
        return key == null && Objects.requireNonNull(value).isNew();
    }

    /** Whether both are to the same row; of objects without rows, to the same object. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        if (this == other || !(other instanceof KeyedRef<?, ?> it) || target.type() != it.target.type()) {
            return this == other;
        }
        if (unsaved() || it.unsaved()) {
            return value != null && value == it.value;
        }
        return key().equals(it.key());
    }

    @Override
    public int hashCode() {
        return unsaved() ? System.identityHashCode(value) : key().hashCode();
    }

    @Override
    public String toString() {
        return value == null ? target + " " + key : value.toString();
    }
}
