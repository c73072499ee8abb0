package nuages.data.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import nuages.data.query.Field;
import nuages.data.query.NumberField;
import nuages.data.query.TextField;
import nuages.data.query.TimeField;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/** Models whose fields are chosen while the tests run. */
abstract class Loose extends Model {
    /** The values of all properties but the key, which is the first; transient, so that they are not taken for a column. */
    transient @Nullable Object[] values = new Object[0];

    /** What others refer to. */
    static final class Parent extends Loose {}

    /** What refers to others, by its last property. */
    static final class Child extends Loose {
        @Nullable
        Parent parent() {
            return values[values.length - 1] instanceof Ref<?> ref ? (Parent) ref.fetch() : null;
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + id + " " + Arrays.toString(values);
    }

    /** What is known of such a model. */
    static <M extends Loose> ModelType<M> type(
            Class<M> type,
            String table,
            Supplier<M> create,
            List<Property> properties,
            @Nullable ModelType<Parent> parents) {
        return new ModelType<>(
                type,
                new Access(create, properties, parents),
                TableDetails.of("loose", table, table, table + "s"),
                properties.toArray(Property[]::new));
    }

    /** As the annotation processor would write it, were the fields known. */
    private static final class Access extends ModelType.Accessor {
        private final Supplier<? extends Loose> create;
        private final List<Property> properties;
        private final @Nullable ModelType<Parent> parents;

        Access(Supplier<? extends Loose> create, List<Property> properties, @Nullable ModelType<Parent> parents) {
            this.create = create;
            this.properties = properties;
            this.parents = parents;
        }

        @Override
        protected Object create(ModelType<?> type) {
            var it = create.get();
            it.values = new Object[properties.size() - 1];
            return it;
        }

        @Override
        protected void read(Object model, Row row) {
            var it = (Loose) model;
            it.id = row.getLong(0);
            for (int i = 1; i < properties.size(); i++) {
                boolean reference = properties.get(i).reference() != null;
                it.values[i - 1] =
                        reference ? row.refOrNull(i, java.util.Objects.requireNonNull(parents)) : row.getOrNull(i);
            }
        }

        @Override
        protected @Nullable Object value(Object model, int property) {
            var it = (Loose) model;
            return property == 0 ? (Object) it.id : it.values[property - 1];
        }

        @Override
        protected void set(Object model, int property, @Nullable Object value) {
            var it = (Loose) model;
            if (property == 0) {
                it.id = (Long) java.util.Objects.requireNonNull(value);
            } else {
                it.values[property - 1] = value;
            }
        }
    }

    /** The fields of such a model. */
    static final class Path<R, M extends Loose> extends ModelPath<R, M> {
        Path(ModelType<M> type, Source at) {
            super(type, at);
        }

        TextField<R> textAt(int property) {
            return text(property);
        }

        NumberField<R, Long> numberAt(int property) {
            return number(property);
        }

        <T> TimeField<R, T> timeAt(int property) {
            return time(property);
        }

        <T> Field<R, T> at(int property) {
            return field(property);
        }

        ForeignKeyField<R, Parent, Long> parentAt(int property) {
            return foreignKey(property, Parent.class);
        }
    }
}
