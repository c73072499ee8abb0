package nuages.data.syntax;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement looks like without its values, and the values in the order they were met, each object once. Statements
 * with equal shapes have the same SQL, and the same of their values at each place of it. For use by one thread, but for the
 * copy kept as a key.
 */
public final class Shape {
    /** Among how many values it is quickest to look through all of them. */
    private static final int FEW = 32;

    private @Nullable Object[] tokens = new @Nullable Object[32];
    private int size;
    private int hash = 1;
    private Object[] values = new Object[8];
    private int count;
    /** The numbers of the values, if they are more than a few. */
    private @Nullable IdentityHashMap<Object, Integer> numbers;

    Shape() {}

    private Shape(Shape of) {
        this.tokens = Arrays.copyOf(of.tokens, of.size);
        this.size = of.size;
        this.hash = of.hash;
        this.values = new Object[0];
    }

    /** The shape and values of a statement. */
    static Shape of(Statement statement) {
        var shape = new Shape();
        statement.shape(shape);
        return shape;
    }

    /** The shape and values of a part of one. */
    static Shape of(Node node) {
        return new Shape().part(node);
    }

    /** Whether it is about this table alone. */
    boolean mentionsOnly(Source table) {
        for (int i = 0; i < size; i++) {
            boolean elsewhere = tokens[i] instanceof Source source && !source.equals(table);
            if (elsewhere || "select".equals(tokens[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it names that column. */
    boolean names(Source table, String column) {
        for (int i = 1; i < size; i++) {
            if (column.equals(tokens[i]) && table.equals(tokens[i - 1])) {
                return true;
            }
        }
        return false;
    }

    /** Whether it names columns of tables that are reached from this one. */
    boolean reachesFrom(Source table) {
        for (int i = 0; i < size; i++) {
            if (tokens[i] instanceof Source source
                    && source.before() != null
                    && source.first().equals(table)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has a token of that type. */
    boolean holds(Class<?> type) {
        for (int i = 0; i < size; i++) {
            if (type.isInstance(tokens[i])) {
                return true;
            }
        }
        return false;
    }

    /** Adds something that the SQL depends on. */
    Shape token(@Nullable Object token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        tokens[size++] = token;
        hash = 31 * hash + (token == null ? 0 : token.hashCode());
        return this;
    }

    /** Adds a part, if there is one. */
    Shape part(@Nullable Node node) {
        if (node == null) {
            return token(null);
        }
        node.shape(this);
        return this;
    }

    /** Adds a query, if there is one. */
    Shape query(@Nullable Select query) {
        if (query == null) {
            return token(null);
        }
        query.shape(this);
        return this;
    }

    /** Adds parts, and how many they are. */
    Shape parts(List<? extends Node> nodes) {
        int before = size;
        token(Marker.LIST);
        for (int i = 0; i < nodes.size(); i++) { // by number, as an iterator would be one more object for each list
            nodes.get(i).shape(this);
        }
        return token((size - before));
    }

    /** Adds a value; whether it is NULL matters, since a comparison with it is then neither true nor false. */
    Shape value(Node.Value value) {
        if (again(value)) {
            return this;
        }
        keep(value);
        token(value.kind());
        return value.value() == null ? token(Marker.NULL) : this;
    }

    /** Adds a list of values, of which the SQL knows the kind and about how many there are. */
    Shape values(Node.In list) {
        if (again(list)) {
            return this;
        }
        keep(list);
        return token(list.kind()).token(list.sample()).token(list.places());
    }

    /**
     * Whether that very object was met before; which one it is belongs to the shape, since the SQL has it at both places.
     * One that is only equal to it is another: it may differ the next time.
     */
    private boolean again(Object value) {
        int number = number(value);
        if (number < 0) {
            return false;
        }
        token(Marker.AGAIN).token(number);
        return true;
    }

    private void keep(Object value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        if (count == FEW) {
            numbers = new IdentityHashMap<>();
            for (int i = 0; i < FEW; i++) {
                numbers.put(values[i], i);
            }
        }
        if (numbers != null) {
            numbers.put(value, count);
        }
        values[count++] = value;
    }

    /** The number of a value, or of a list of them, in the order they were met; -1 if it was not. */
    @SuppressWarnings("ReferenceEquality") // one that is only equal is another
    int number(Object value) {
        if (numbers != null) {
            return numbers.getOrDefault(value, -1);
        }
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }

    /** The values, each at its place in the SQL. */
    @Nullable
    Object[] arrange(long[] order, Wording wording) {
        var arranged = new @Nullable Object[order.length];
        for (int i = 0; i < order.length; i++) {
            arranged[i] = switch (values[(int) (order[i] >>> Integer.SIZE)]) {
                case Node.Value value -> plain(value.value(), wording);
                case Node.In list -> (int) order[i] == 0 ? wording.array(list) : list.value((int) order[i] - 1);
                default -> throw new IllegalStateException("no value");
            };
        }
        return arranged;
    }

    private static @Nullable Object plain(@Nullable Object value, Wording wording) {
        return value instanceof Worded worded ? wording.value(worded) : value;
    }

    /** The same shape without values, which lives on as a key. */
    Shape key() {
        return new Shape(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape it
                && hash == it.hash
                && size == it.size
                && Arrays.equals(tokens, 0, size, it.tokens, 0, size);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Tokens that keep parts apart. */
    enum Marker {
        LIST,
        NULL,
        AGAIN
    }
}
