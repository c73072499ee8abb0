package nuages.data.model.library;

import nuages.data.mapping.OnDelete;
import nuages.data.model.ForeignKeyField;
import nuages.data.model.KeyedRef;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Ref;
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

/** The fields of {@link Author}. */
@NullUnmarked // what a row has is what its table allows
public final class Author_ {
    /** What is known of the model. */
    public static final ModelType<Author> MODEL = new Type();

    private static final Path<Author> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Author, Long> id = OWN.id;

    /** Column {@code name}. */
    public static final TextField<Author> name = OWN.name;

    /** Column {@code country_id}. */
    public static final ForeignKeyField<Author, Country, String> country = OWN.country;

    /** Column {@code mentor_id}. */
    public static final ForeignKeyField<Author, Author, Long> mentor = OWN.mentor;

    private Author_() {}

    /** The fields of what {@code country} refers to. */
    public static Country_.Path<Author> country() {
        return OWN.country();
    }

    /** The fields of what {@code mentor} refers to. */
    public static Author_.Path<Author> mentor() {
        return OWN.mentor();
    }

    /** The fields of {@link Author}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Author> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code name}. */
        public final TextField<R> name = text(1);

        /** Column {@code country_id}. */
        public final ForeignKeyField<R, Country, String> country = foreignKey(2, Country.class);

        /** Column {@code mentor_id}. */
        public final ForeignKeyField<R, Author, Long> mentor = foreignKey(3, Author.class);

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

        /** The fields of what {@code mentor} refers to. */
        public Author_.Path<R> mentor() {
            return Author_.Path.at(mentor.join());
        }
    }

    private static final class Type extends ModelType<Author> {
        Type() {
            super(
                    Author.class,
                    TableDetails.of("library", "library_author", "author", "authors"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of("name", Column.of("name", new ColumnType.Characters(200)), Codec.of(String.class)),
                    Property.reference(
                                    "country",
                                    Column.of("country_id", new ColumnType.Characters(2)),
                                    Codec.of(String.class),
                                    Country.class,
                                    OnDelete.PROTECT)
                            .asNullable(),
                    Property.reference(
                                    "mentor",
                                    Column.of("mentor_id", new ColumnType.BigInteger(false)),
                                    Codec.of(Long.class),
                                    Author.class,
                                    OnDelete.SET_NULL)
                            .asNullable());
        }

        @Override
        protected Author create() {
            return new Author();
        }

        @Override
        protected void read(Author model, Row row) {
            model.id = row.getLong(0);
            model.name = row.get(1);
            model.country = row.keyedRefOrNull(2, Country_.MODEL);
            model.mentor = row.refOrNull(3, Author_.MODEL);
        }

        @Override
        protected @Nullable Object value(Author model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.name;
                case 2 -> model.country;
                case 3 -> model.mentor;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Author model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.name = (String) value;
                case 2 -> model.country = (KeyedRef<Country, String>) value;
                case 3 -> model.mentor = (Ref<Author>) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
