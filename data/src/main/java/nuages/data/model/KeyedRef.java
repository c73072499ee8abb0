package nuages.data.model;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import nuages.data.error.NotFetched;
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

    /** The key of the row; never queries. */
    @SuppressWarnings("unchecked")
    public K key() {
        if (key != null) {
            return key;
        }
        var row = Objects.requireNonNull(value);
        if (row.isNew()) {
            throw new IllegalStateException("a new " + target + " has no key yet: save it before what refers to it");
        }
        return (K) Objects.requireNonNull(target.value(row, target.key()));
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
        if (peers == null || peers.all().isEmpty()) {
            return "the foreign key";
        }
        var owner = ModelType.of(peers.all().getFirst().getClass());
        return owner + "_." + owner.properties().get(property).name();
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
            fetchForPeers();
        }
        return value == null ? QuerySet.of(target.type()).get(key()) : value;
    }

    private void fetchForPeers() {
        if (peers == null) {
            return;
        }
        var refs = new ArrayList<KeyedRef<T, K>>();
        for (var peer : peers.all()) {
            var ref = of(peer);
            if (ref != null && ref.value == null) {
                refs.add(ref);
            }
        }
        var keys = refs.stream().map(KeyedRef::key).distinct().toList();
        var found = QuerySet.of(target.type()).on(peers.database()).inBulk(keys);
        refs.forEach(ref -> ref.value = found.get(ref.key()));
    }

    @SuppressWarnings("unchecked")
    private @Nullable KeyedRef<T, K> of(KeyedModel<?> peer) {
        var type = (ModelType<KeyedModel<?>>) ModelType.of(peer.getClass());
        return (KeyedRef<T, K>) type.value(peer, property);
    }

    void fetched(T row) {
        this.value = row;
    }

    ModelType<T> target() {
        return target;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof KeyedRef<?, ?> it
                        && target.type() == it.target.type()
                        && key != null
                        && key.equals(it.key));
    }

    @Override
    public int hashCode() {
        return key == null ? System.identityHashCode(value) : key.hashCode();
    }

    @Override
    public String toString() {
        return value == null ? target + " " + key : value.toString();
    }
}
