package nuages.data.model.library;

import nuages.data.mapping.OnDelete;
import nuages.data.model.ForeignKeyField;
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

/** The fields of {@link Genre}. */
@NullUnmarked // what a row has is what its table allows
public final class Genre_ {
    /** What is known of the model. */
    public static final ModelType<Genre> MODEL = new Type();

    private static final Path<Genre> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Genre, Long> id = OWN.id;

    /** Column {@code name}. */
    public static final TextField<Genre> name = OWN.name;

    /** Column {@code parent_id}. */
    public static final ForeignKeyField<Genre, Genre, Long> parent = OWN.parent;

    private Genre_() {}

    /** The fields of what {@code parent} refers to. */
    public static Genre_.Path<Genre> parent() {
        return OWN.parent();
    }

    /** The fields of {@link Genre}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Genre> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code name}. */
        public final TextField<R> name = text(1);

        /** Column {@code parent_id}. */
        public final ForeignKeyField<R, Genre, Long> parent = foreignKey(2, Genre.class);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }

        /** The fields of what {@code parent} refers to. */
        public Genre_.Path<R> parent() {
            return Genre_.Path.at(parent.join());
        }
    }

    private static final class Type extends ModelType<Genre> {
        Type() {
            super(
                    Genre.class,
                    TableDetails.of("library", "library_genre", "genre", "genres"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of("name", Column.of("name", new ColumnType.Characters(200)), Codec.of(String.class)),
                    Property.reference(
                                    "parent",
                                    Column.of("parent_id", new ColumnType.BigInteger(false)),
                                    Codec.of(Long.class),
                                    Genre.class,
                                    OnDelete.CASCADE)
                            .asNullable());
        }

        @Override
        protected Genre create() {
            return new Genre();
        }

        @Override
        protected void read(Genre model, Row row) {
            model.id = row.getLong(0);
            model.name = row.get(1);
            model.parent = row.refOrNull(2, Genre_.MODEL);
        }

        @Override
        protected @Nullable Object value(Genre model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.name;
                case 2 -> model.parent;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Genre model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.name = (String) value;
                case 2 -> model.parent = (Ref<Genre>) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
