package nuages.data.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nuages.data.connection.Database;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Sqlite;
import nuages.data.query.Field;
import nuages.data.row.Codec;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model: its table, its fields, and how objects are made of rows. Made by generated code. Threads share
 * it.
 *
 * @param <M> the model
 */
public final class ModelType<M extends KeyedModel<?>> {
    private final Class<M> type;
    private final Accessor accessor;
    private final TableDetails details;
    private final List<Property> properties;
    private final int key;
    private final List<Property> keys;
    private final Source source;
    private final List<Node> columns;
    private final SavePlan plan;
    private final Map<Class<?>, ColumnReader[]> readers = new ConcurrentHashMap<>();

    /** Describes a model, and makes it known. */
    public ModelType(Class<M> type, Accessor accessor, TableDetails details, Property... properties) {
        this.type = type;
        this.accessor = accessor;
        this.details = details;
        this.properties = List.of(properties);
        this.key = keyAmong(this.properties);
        this.keys = this.properties.stream().filter(Property::key).toList();
        this.source = Source.root(details.name());
        this.columns = columns(source);
        this.plan = SavePlan.of(this.properties);
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

    /**
     * Makes a model's objects, reads their fields and writes them, without reflection. Extended by generated code, whose
     * constants and methods have names of fields: so no method of it is without parameters. It knows its model by casts
     * rather than by a type parameter, which would cost a compiler a method more for each of these. Threads share it.
     */
    public abstract static class Accessor {
        private final boolean watchesDeletion;

        /** That of a model. */
        protected Accessor() {
            this(false);
        }

        /** That of a model, and whether it has methods of its own that are called when a row is deleted. */
        protected Accessor(boolean watchesDeletion) {
            this.watchesDeletion = watchesDeletion;
        }

        /** A new object. */
        protected abstract Object create(ModelType<?> type);

        /** Sets all fields from a row, in their order. */
        protected abstract void read(Object model, Row row);

        /** The value of a field, by its place among the properties. */
        protected abstract @Nullable Object value(Object model, int property);

        /** Sets a field, by its place among the properties. */
        protected abstract void set(Object model, int property, @Nullable Object value);

        /** The key of an object, which is in that place; one of several fields is a record of them. */
        protected @Nullable Object keyOf(Object model, int property) {
            var value = value(model, property);
            return value instanceof KeyedRef<?, ?> ref ? ref.key() : value;
        }

        /** A key as the values of its fields, in their order. */
        protected List<Object> parts(Object key) {
            return List.of(key);
        }
    }

    /** A new object. */
    @SuppressWarnings("unchecked")
    M create() {
        return (M) accessor.create(this);
    }

    /** Sets all fields from a row, in their order. */
    void read(M model, Row row) {
        accessor.read(model, row);
    }

    /** The value of a field, by its place among the properties. */
    @Nullable
    Object value(M model, int property) {
        return accessor.value(model, property);
    }

    /** Sets a field, by its place among the properties. */
    void set(M model, int property, @Nullable Object value) {
        accessor.set(model, property, value);
    }

    /** The key of an object; null or 0 while it has none. One of several fields is a record of them. */
    @Nullable
    Object keyOf(M model) {
        return accessor.keyOf(model, key);
    }

    /** A key as the values of its fields, in their order. */
    List<Object> parts(Object key) {
        return accessor.parts(key);
    }

    /** Whether it has methods of its own that are called when a row is deleted. */
    boolean watchesDeletion() {
        return accessor.watchesDeletion;
    }

    /** The model's class. */
    public Class<M> type() {
        return type;
    }

    /** The table's name. */
    public String table() {
        return details.name();
    }

    /** The table as a whole. */
    public TableDetails details() {
        return details;
    }

    /** The fields, in the order of the columns. */
    public List<Property> properties() {
        return properties;
    }

    /** The table as the one that a statement is about. */
    public Source source() {
        return source;
    }

    /** What must hold of its rows, besides what its columns say. */
    List<Constraint> constraints() {
        return details.constraints();
    }

    /** What saving has to know of the fields. */
    SavePlan plan() {
        return plan;
    }

    /** The same for generated code. */
    public ModelPath.At at() {
        return new ModelPath.At(source);
    }

    /** The place of the key among the properties. */
    int key() {
        return key;
    }

    /** Whether the database numbers new rows. */
    boolean numbered() {
        return keys.size() == 1 && keys.getFirst().column().identity();
    }

    /** The fields of the key. */
    List<Property> keys() {
        return keys;
    }

    /**
     * The field of the key, of which there is one.
     *
     * @throws IllegalStateException if there are several
     */
    public Property keyProperty() {
        if (keys.size() != 1) {
            throw new IllegalStateException("the key of " + this + " is of " + keys.size()
                    + " fields, and here it must be of one: refer to a model with a key of one field.");
        }
        return properties.get(key);
    }

    /** All columns of the table as the one that a statement is about. */
    List<Node> columns() {
        return columns;
    }

    /** All columns of the table where it is joined. */
    List<Node> columns(Source at) {
        var all = new ArrayList<Node>(properties.size());
        for (var property : properties) {
            all.add(at.column(property.column().name(), property.column().nullable()));
        }
        return List.copyOf(all);
    }

    /** The place of a field among the properties. */
    int place(String name) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no field \"" + name + "\"");
    }

    /** The place of one of its own fields among the properties. */
    int place(Field<?, ?> field) {
        if (!field.node().source().equals(source)) {
            throw new IllegalArgumentException(field.node().source().table() + "." + field.name() + " is no field of "
                    + this + ": name its own fields.");
        }
        return place(field.name());
    }

    ColumnReader[] readers(Dialect dialect) {
        return readers.computeIfAbsent(
                dialect.getClass(),
                _ -> properties.stream().map(it -> reader(it, dialect)).toArray(ColumnReader[]::new));
    }

    /** SQLite keeps decimal numbers without the zeros at their end. */
    private static ColumnReader reader(Property property, Dialect dialect) {
        var reader = property.codec().reader(dialect);
        if (dialect instanceof Sqlite
                && property.column().type() instanceof ColumnType.Decimal(int digits, int places)) {
            return (row, column) -> reader.read(row, column) instanceof BigDecimal number && digits > 0
                    ? number.setScale(places, RoundingMode.HALF_UP)
                    : reader.read(row, column);
        }
        return reader;
    }

    /** What a new object has in a field, as a database would keep it; empty if that is nothing, or another object. */
    @SuppressWarnings("unchecked")
    public Optional<Object> initial(Property property) {
        var value = value(create(), place(property.name()));
        return property.references().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(((Codec<Object>) property.codec()).encodeOrNull(value));
    }

    /**
     * What is known of one of its own fields.
     *
     * @throws IllegalArgumentException if it is a field of another model
     */
    public Property property(Field<M, ?> field) {
        return properties.get(place(field));
    }

    /** A new object, with what its initialisers give it. */
    public M blank() {
        return create();
    }

    /** What an object has in a field. */
    public @Nullable Object get(M model, Property property) {
        return value(model, place(property.name()));
    }

    /**
     * Gives a field of an object a value.
     *
     * @throws ClassCastException if the field is of another type
     */
    public void put(M model, Property property, @Nullable Object value) {
        set(model, place(property.name()), value);
    }

    /**
     * Keeps what an object is now. Running the result gives it that back: its fields, its key, whether it has a row, what
     * was fetched for it. So an object can be used again whose saving was undone with the transaction it was part of.
     */
    public Runnable keep(M model) {
        var provenance = model.provenance();
        var values = new @Nullable Object[properties.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(model, i);
        }
        return () -> {
            for (int i = 0; i < values.length; i++) {
                set(model, i, values[i]);
            }
            provenance.run();
        };
    }

    /** The database that an object is saved to. */
    public Database home(M model) {
        return Routing.toWrite(this, model.peers == null ? null : model.peers.database());
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
