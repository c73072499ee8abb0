package nuages.data.model.library;

import java.util.UUID;
import nuages.data.mapping.OnDelete;
import nuages.data.model.KeyedRef;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.OneToOneField;
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

/** The fields of {@link Blurb}. */
@NullUnmarked // what a row has is what its table allows
public final class Blurb_ {
    /** What is known of the model. */
    public static final ModelType<Blurb> MODEL = new Type();

    private static final Path<Blurb> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Blurb, Long> id = OWN.id;

    /** Column {@code book_id}. */
    public static final OneToOneField<Blurb, Book, UUID> book = OWN.book;

    /** Column {@code text}. */
    public static final TextField<Blurb> text = OWN.text;

    private Blurb_() {}

    /** The fields of what {@code book} refers to. */
    public static Book_.Path<Blurb> book() {
        return OWN.book();
    }

    /** The fields of {@link Blurb}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Blurb> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code book_id}. */
        public final OneToOneField<R, Book, UUID> book = oneToOne(1, Book.class);

        /** Column {@code text}. */
        public final TextField<R> text = text(2);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }

        /** The fields of what {@code book} refers to. */
        public Book_.Path<R> book() {
            return Book_.Path.at(book.join());
        }
    }

    private static final class Type extends ModelType<Blurb> {
        Type() {
            super(
                    Blurb.class,
                    TableDetails.of("library", "library_blurb", "blurb", "blurbs"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.reference(
                                    "book",
                                    Column.of("book_id", new ColumnType.Uuid()),
                                    Codec.of(UUID.class),
                                    Book.class,
                                    OnDelete.CASCADE)
                            .asSingle(),
                    Property.of("text", Column.of("text", new ColumnType.Characters(200)), Codec.of(String.class)));
        }

        @Override
        protected Blurb create() {
            return new Blurb();
        }

        @Override
        protected void read(Blurb model, Row row) {
            model.id = row.getLong(0);
            model.book = row.keyedRef(1, Book_.MODEL);
            model.text = row.get(2);
        }

        @Override
        protected @Nullable Object value(Blurb model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.book;
                case 2 -> model.text;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Blurb model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.book = (KeyedRef<Book, UUID>) value;
                case 2 -> model.text = (String) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
