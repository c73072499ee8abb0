package nuages.data.model.library;

import java.util.UUID;
import nuages.data.mapping.OnDelete;
import nuages.data.model.ForeignKeyField;
import nuages.data.model.ManyToManyField;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Ref;
import nuages.data.model.Row;
import nuages.data.model.TableDetails;
import nuages.data.query.Field;
import nuages.data.query.TextField;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.syntax.Source;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Book}. */
@NullUnmarked // what a row has is what its table allows
public final class Book_ {
    /** What is known of the model. */
    public static final ModelType<Book> MODEL = new Type();

    private static final Path<Book> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final Field<Book, UUID> id = OWN.id;

    /** Column {@code title}. */
    public static final TextField<Book> title = OWN.title;

    /** Column {@code author_id}. */
    public static final ForeignKeyField<Book, Author, Long> author = OWN.author;

    /** Column {@code editor_id}. */
    public static final ForeignKeyField<Book, Author, Long> editor = OWN.editor;

    /** Column {@code publisher_id}. */
    public static final ForeignKeyField<Book, Publisher, Long> publisher = OWN.publisher;

    /** Table {@code library_book_genres}. */
    public static final ManyToManyField<Book, Genre> genres = OWN.genres;

    private Book_() {}

    /** The fields of what {@code author} refers to. */
    public static Author_.Path<Book> author() {
        return OWN.author();
    }

    /** The fields of what {@code editor} refers to. */
    public static Author_.Path<Book> editor() {
        return OWN.editor();
    }

    /** The fields of what {@code publisher} refers to. */
    public static Publisher_.Path<Book> publisher() {
        return OWN.publisher();
    }

    /** The fields of {@link Book}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Book> {
        /** Column {@code id}. */
        public final Field<R, UUID> id = field(0);

        /** Column {@code title}. */
        public final TextField<R> title = text(1);

        /** Column {@code author_id}. */
        public final ForeignKeyField<R, Author, Long> author = foreignKey(2, Author.class);

        /** Column {@code editor_id}. */
        public final ForeignKeyField<R, Author, Long> editor = foreignKey(3, Author.class);

        /** Column {@code publisher_id}. */
        public final ForeignKeyField<R, Publisher, Long> publisher = foreignKey(4, Publisher.class);

        /** Table {@code library_book_genres}. */
        public final ManyToManyField<R, Genre> genres = manyToMany(0);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }

        /** The fields of what {@code author} refers to. */
        public Author_.Path<R> author() {
            return Author_.Path.at(author.join());
        }

        /** The fields of what {@code editor} refers to. */
        public Author_.Path<R> editor() {
            return Author_.Path.at(editor.join());
        }

        /** The fields of what {@code publisher} refers to. */
        public Publisher_.Path<R> publisher() {
            return Publisher_.Path.at(publisher.join());
        }
    }

    private static final class Type extends ModelType<Book> {
        Type() {
            super(
                    Book.class,
                    TableDetails.of("library", "library_book", "book", "books")
                            .with(ManyToManyField.Link.table(
                                    "genres", Genre.class, "library_book_genres", "book_id", "genre_id")),
                    Property.of("id", Column.of("id", new ColumnType.Uuid()), Codec.of(UUID.class))
                            .asKey(),
                    Property.of("title", Column.of("title", new ColumnType.Characters(200)), Codec.of(String.class)),
                    Property.reference(
                            "author",
                            Column.of("author_id", new ColumnType.BigInteger(false)),
                            Codec.of(Long.class),
                            Author.class,
                            OnDelete.CASCADE),
                    Property.reference(
                                    "editor",
                                    Column.of("editor_id", new ColumnType.BigInteger(false)),
                                    Codec.of(Long.class),
                                    Author.class,
                                    OnDelete.SET_NULL)
                            .asNullable(),
                    Property.reference(
                                    "publisher",
                                    Column.of("publisher_id", new ColumnType.BigInteger(false)),
                                    Codec.of(Long.class),
                                    Publisher.class,
                                    OnDelete.RESTRICT)
                            .asNullable());
        }

        @Override
        protected Book create() {
            return new Book();
        }

        @Override
        protected void read(Book model, Row row) {
            model.id = row.get(0);
            model.title = row.get(1);
            model.author = row.ref(2, Author_.MODEL);
            model.editor = row.refOrNull(3, Author_.MODEL);
            model.publisher = row.refOrNull(4, Publisher_.MODEL);
        }

        @Override
        protected @Nullable Object value(Book model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.title;
                case 2 -> model.author;
                case 3 -> model.editor;
                case 4 -> model.publisher;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Book model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (UUID) value;
                case 1 -> model.title = (String) value;
                case 2 -> model.author = (Ref<Author>) value;
                case 3 -> model.editor = (Ref<Author>) value;
                case 4 -> model.publisher = (Ref<Publisher>) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
