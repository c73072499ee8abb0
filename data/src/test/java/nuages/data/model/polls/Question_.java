package nuages.data.model.polls;

import java.time.Instant;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Row;
import nuages.data.model.TableDetails;
import nuages.data.query.NumberField;
import nuages.data.query.TextField;
import nuages.data.query.TimeField;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.syntax.Source;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Question}. */
@NullUnmarked // what a row has is what its table allows
public final class Question_ {
    /** What is known of the model. */
    public static final ModelType<Question> MODEL = new Type();

    private static final Path<Question> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Question, Long> id = OWN.id;

    /** Column {@code text}. */
    public static final TextField<Question> text = OWN.text;

    /** Column {@code published}. */
    public static final TimeField<Question, Instant> published = OWN.published;

    /** Column {@code closed}. */
    public static final TimeField<Question, Instant> closed = OWN.closed;

    private Question_() {}

    /** The fields of {@link Question}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Question> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code text}. */
        public final TextField<R> text = text(1);

        /** Column {@code published}. */
        public final TimeField<R, Instant> published = time(2);

        /** Column {@code closed}. */
        public final TimeField<R, Instant> closed = time(3);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }
    }

    private static final class Type extends ModelType<Question> {
        Type() {
            super(
                    Question.class,
                    TableDetails.of("polls", "polls_question", "question", "questions"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of("text", Column.of("text", new ColumnType.Characters(200)), Codec.of(String.class)),
                    Property.of(
                            "published", Column.of("published", new ColumnType.Timestamp()), Codec.of(Instant.class)),
                    Property.of(
                            "closed",
                            Column.of("closed", new ColumnType.Timestamp()).asNullable(),
                            Codec.of(Instant.class)));
        }

        @Override
        protected Question create() {
            return new Question();
        }

        @Override
        protected void read(Question model, Row row) {
            model.id = row.getLong(0);
            model.text = row.get(1);
            model.published = row.get(2);
            model.closed = row.getOrNull(3);
        }

        @Override
        protected @Nullable Object value(Question model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.text;
                case 2 -> model.published;
                case 3 -> model.closed;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        protected void set(Question model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.text = (String) value;
                case 2 -> model.published = (Instant) value;
                case 3 -> model.closed = (Instant) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
