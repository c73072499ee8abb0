package nuages.data.model.library;

import java.util.List;
import java.util.UUID;
import nuages.data.mapping.OnDelete;
import nuages.data.model.ForeignKeyField;
import nuages.data.model.KeyedRef;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Row;
import nuages.data.model.TableDetails;
import nuages.data.query.Expression;
import nuages.data.query.NumberField;
import nuages.data.query.TextField;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.syntax.Source;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Copy}. */
@NullUnmarked // what a row has is what its table allows
public final class Copy_ {
    /** What is known of the model. */
    public static final ModelType<Copy> MODEL = new Type();

    private static final Path<Copy> OWN = new Path<>(MODEL.source());

    /** Column {@code book_id}. */
    public static final ForeignKeyField<Copy, Book, UUID> book = OWN.book;

    /** Column {@code number}. */
    public static final NumberField<Copy, Integer> number = OWN.number;

    /** Column {@code shelf}. */
    public static final TextField<Copy> shelf = OWN.shelf;

    /** The key. */
    public static final Expression<Copy, CopyKey> key = OWN.key;

    private Copy_() {}

    /** The fields of what {@code book} refers to. */
    public static Book_.Path<Copy> book() {
        return OWN.book();
    }

    /** The fields of {@link Copy}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Copy> {
        /** Column {@code book_id}. */
        public final ForeignKeyField<R, Book, UUID> book = foreignKey(0, Book.class);

        /** Column {@code number}. */
        public final NumberField<R, Integer> number = number(1);

        /** Column {@code shelf}. */
        public final TextField<R> shelf = text(2);

        /** The key. */
        public final Expression<R, CopyKey> key = compositeKey();

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

    private static final class Type extends ModelType<Copy> {
        Type() {
            super(
                    Copy.class,
                    TableDetails.of("library", "library_copy", "copy", "copys"),
                    Property.reference(
                                    "book",
                                    Column.of("book_id", new ColumnType.Uuid()),
                                    Codec.of(UUID.class),
                                    Book.class,
                                    OnDelete.CASCADE)
                            .asKey(),
                    Property.of("number", Column.of("number", new ColumnType.Whole(false)), Codec.of(Integer.class))
                            .asKey(),
                    Property.of("shelf", Column.of("shelf", new ColumnType.Characters(200)), Codec.of(String.class)));
        }

        @Override
        protected Copy create() {
            return new Copy();
        }

        @Override
        protected void read(Copy model, Row row) {
            model.book = row.keyedRef(0, Book_.MODEL);
            model.number = row.getInt(1);
            model.shelf = row.get(2);
        }

        @Override
        protected @Nullable Object value(Copy model, int property) {
            return switch (property) {
                case 0 -> model.book;
                case 1 -> model.number;
                case 2 -> model.shelf;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Copy model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.book = (KeyedRef<Book, UUID>) value;
                case 1 -> model.number = (Integer) value;
                case 2 -> model.shelf = (String) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }

        @Override
        protected Object keyOf(Copy model) {
            return new CopyKey(model.book.key(), model.number);
        }

        @Override
        protected List<Object> parts(Object key) {
            var it = (CopyKey) key;
            return List.of(it.book(), it.number());
        }
    }
}
