package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model: its table, its fields, and how objects are made of rows. Written by the annotation processor.
 * Threads share it.
 *
 * @param <M> the model
 */
public abstract class ModelType<M extends KeyedModel<?>> {
    private final Class<M> type;
    private final TableDetails details;
    private final List<Property> properties;
    private final int key;
    private final Source source;
    private final List<Node> columns;
    private final Map<Class<?>, ColumnReader[]> readers = new ConcurrentHashMap<>();

    /** Describes a model, and makes it known. */
    protected ModelType(Class<M> type, TableDetails details, Property... properties) {
        this.type = type;
        this.details = details;
        this.properties = List.of(properties);
        this.key = keyAmong(this.properties);
        this.source = Source.root(details.name());
        this.columns = columns(source);
        ModelTypes.register(type, this);
    }

    private static int keyAmong(List<Property> properties) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).key()) {
                return i;
            }
        }
        return -1;
    }

    /** What is known of a model. */
    public static <M extends KeyedModel<?>> ModelType<M> of(Class<M> type) {
        return ModelTypes.of(type);
    }

    /** A new object. */
    protected abstract M create();

    /** Sets all fields from a row, in their order. */
    protected abstract void read(M model, Row row);

    /** The value of a field, by its place among the properties. */
    protected abstract @Nullable Object value(M model, int property);

    /** Sets a field, by its place among the properties. */
    protected abstract void set(M model, int property, @Nullable Object value);

    /** The model's class. */
    public final Class<M> type() {
        return type;
    }

    /** The table's name. */
    public final String table() {
        return details.name();
    }

    /** The table as a whole. */
    public final TableDetails details() {
        return details;
    }

    /** The fields, in the order of the columns. */
    public final List<Property> properties() {
        return properties;
    }

    /** The table as the one that a statement is about. */
    public final Source source() {
        return source;
    }

    /** The same for generated code. */
    public final ModelPath.At at() {
        return new ModelPath.At(source);
    }

    /** The place of the key among the properties. */
    final int key() {
        return key;
    }

    final Property keyProperty() {
        return properties.get(key);
    }

    /** All columns of the table as the one that a statement is about. */
    final List<Node> columns() {
        return columns;
    }

    /** All columns of the table where it is joined. */
    final List<Node> columns(Source at) {
        var all = new ArrayList<Node>(properties.size());
        for (var property : properties) {
            all.add(at.column(property.column().name(), property.column().nullable()));
        }
        return List.copyOf(all);
    }

    /** The place of a field among the properties. */
    final int place(String name) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no field \"" + name + "\"");
    }

    final ColumnReader[] readers(Dialect dialect) {
        return readers.computeIfAbsent(
                dialect.getClass(),
                _ -> properties.stream().map(it -> it.codec().reader(dialect)).toArray(ColumnReader[]::new));
    }

    @Override
    public final String toString() {
        return type.getSimpleName();
    }
}
