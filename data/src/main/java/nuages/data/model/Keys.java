package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import nuages.data.row.Codec;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;
import nuages.data.syntax.Sort;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/** Keys of rows in conditions: one column, or several that are a row's key together. */
final class Keys {
    /** A database nests conditions only so deep, and each key of several columns is one. */
    private static final int MOST_COMPOSITE = 250;

    private Keys() {}

    /** The key of an object that has a row, or is given one by the program. */
    @SuppressWarnings("unchecked")
    static Object of(KeyedModel<?> row) {
        return Objects.requireNonNull(((ModelType<KeyedModel<?>>) ModelType.of(row.getClass())).keyOf(row));
    }

    /** The key of an object; null as long as nobody has given it one. */
    static <M extends KeyedModel<?>> @Nullable Object given(ModelType<M> type, M model) {
        for (int i = 0; i < type.properties().size(); i++) {
            if (type.properties().get(i).key() && type.value(model, i) == null) {
                return null;
            }
        }
        var key = type.keyOf(model);
        return key == null || (type.numbered() && type.keyProperty().numberless(key)) ? null : key;
    }

    /**
     * The key of an object that has a row.
     *
     * @throws IllegalArgumentException if it has none
     */
    static Object ofSaved(KeyedModel<?> row) {
        if (row.isNew()) {
            throw new IllegalArgumentException("this " + row.getClass().getSimpleName()
                    + " has no row, so that nothing can refer to it: it is new or was deleted. save it first.");
        }
        return of(row);
    }

    /** The names of the key's columns. */
    static List<String> names(ModelType<?> type) {
        return type.keys().stream().map(it -> it.column().name()).toList();
    }

    /** The key's columns of the table at that place. */
    static List<Node.Column> columns(ModelType<?> type, Source at) {
        return type.keys().stream()
                .map(it -> at.column(it.column().name(), false))
                .toList();
    }

    /** Columns as one operand. */
    static Node together(List<? extends Node> columns) {
        return columns.size() == 1 ? columns.getFirst() : new Node.Tuple(List.copyOf(columns));
    }

    /** Whether these, among columns of a model's table, tell its rows apart. */
    static boolean among(ModelType<?> type, List<? extends Node> columns) {
        return columns.containsAll(columns(type, type.source()));
    }

    static List<Sort> order(ModelType<?> type) {
        return columns(type, type.source()).stream()
                .map(it -> new Sort(it, false, null))
                .toList();
    }

    /** Where the row of a model's table has that key. */
    static Node is(ModelType<?> type, Object key) {
        return is(type, type.source(), key);
    }

    static Node is(ModelType<?> type, Source at, Object key) {
        if (type.keys().size() == 1) {
            return equal(at.column(type.keyProperty().column().name(), false), value(type, key));
        }
        var columns = columns(type, at);
        var values = values(type, key);
        var parts = new ArrayList<Node>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(equal(columns.get(i), values.get(i)));
        }
        return new Node.Junction(true, parts);
    }

    private static Node equal(Node column, Node value) {
        return new Node.Compare(Comparison.EQUAL, column, value);
    }

    /** Where the row of a model's table has one of these keys. */
    static Node in(ModelType<?> type, Collection<?> keys) {
        return in(type, type.source(), keys);
    }

    static Node in(ModelType<?> type, Source at, Collection<?> keys) {
        return type.keys().size() == 1
                ? in(type, columns(type, at).getFirst(), keys)
                : new Node.Junction(
                        false, keys.stream().map(it -> is(type, at, it)).toList());
    }

    /** Where a column that refers to a model has one of these keys. */
    static Node in(ModelType<?> target, Node column, Collection<?> keys) {
        return new Node.In(column, keys.stream().map(it -> value(target, it)).toList());
    }

    /** The key of a model, which is one column, as a parameter. */
    static Node value(ModelType<?> type, Object key) {
        return values(type, key).getFirst();
    }

    /** A key as parameters, one for each of its columns. */
    @SuppressWarnings("unchecked")
    static List<Node> values(ModelType<?> type, Object key) {
        var parts = type.parts(key);
        var values = new ArrayList<Node>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            var codec = (Codec<Object>) type.keys().get(i).codec();
            values.add(new Node.Value(codec.encode(parts.get(i)), codec.kind()));
        }
        return values;
    }

    /** As many keys at a time as a statement can name. */
    static <K> List<List<K>> portions(Collection<K> keys) {
        int most = !keys.isEmpty() && keys.iterator().next() instanceof Record ? MOST_COMPOSITE : Peers.MOST;
        var all = List.copyOf(keys);
        var portions = new ArrayList<List<K>>();
        for (int i = 0; i < all.size(); i += most) {
            portions.add(all.subList(i, Math.min(i + most, all.size())));
        }
        return portions;
    }
}
