package nuages.data.model.library;

import nuages.data.mapping.OnDelete;
import nuages.data.model.ForeignKeyField;
import nuages.data.model.KeyedRef;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Row;
import nuages.data.model.TableDetails;
import nuages.data.query.NumberField;
import nuages.data.query.TextField;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.syntax.Source;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Publisher}. */
@NullUnmarked // what a row has is what its table allows
public final class Publisher_ {
    /** What is known of the model. */
    public static final ModelType<Publisher> MODEL = new Type();

    private static final Path<Publisher> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Publisher, Long> id = OWN.id;

    /** Column {@code name}. */
    public static final TextField<Publisher> name = OWN.name;

    /** Column {@code country_id}. */
    public static final ForeignKeyField<Publisher, Country, String> country = OWN.country;

    private Publisher_() {}

    /** The fields of what {@code country} refers to. */
    public static Country_.Path<Publisher> country() {
        return OWN.country();
    }

    /** The fields of {@link Publisher}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Publisher> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code name}. */
        public final TextField<R> name = text(1);

        /** Column {@code country_id}. */
        public final ForeignKeyField<R, Country, String> country = foreignKey(2, Country.class);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }

        /** The fields of what {@code country} refers to. */
        public Country_.Path<R> country() {
            return Country_.Path.at(country.join());
        }
    }

    private static final class Type extends ModelType<Publisher> {
        Type() {
            super(
                    Publisher.class,
                    TableDetails.of("library", "library_publisher", "publisher", "publishers"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of("name", Column.of("name", new ColumnType.Characters(200)), Codec.of(String.class)),
                    Property.reference(
                                    "country",
                                    Column.of("country_id", new ColumnType.Characters(2)),
                                    Codec.of(String.class),
                                    Country.class,
                                    OnDelete.SET_NULL)
                            .asNullable());
        }

        @Override
        protected Publisher create() {
            return new Publisher();
        }

        @Override
        protected void read(Publisher model, Row row) {
            model.id = row.getLong(0);
            model.name = row.get(1);
            model.country = row.keyedRefOrNull(2, Country_.MODEL);
        }

        @Override
        protected @Nullable Object value(Publisher model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.name;
                case 2 -> model.country;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Publisher model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.name = (String) value;
                case 2 -> model.country = (KeyedRef<Country, String>) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
