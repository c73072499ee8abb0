package nuages.data.model.polls;

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

/** The fields of {@link Choice}. */
@NullUnmarked // what a row has is what its table allows
public final class Choice_ {
    /** What is known of the model. */
    public static final ModelType<Choice> MODEL = new Type();

    private static final Path<Choice> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Choice, Long> id = OWN.id;

    /** Column {@code question_id}. */
    public static final ForeignKeyField<Choice, Question, Long> question = OWN.question;

    /** Column {@code text}. */
    public static final TextField<Choice> text = OWN.text;

    /** Column {@code votes}. */
    public static final NumberField<Choice, Integer> votes = OWN.votes;

    private Choice_() {}

    /** The fields of what {@code question} refers to. */
    public static Question_.Path<Choice> question() {
        return OWN.question();
    }

    /** The fields of {@link Choice}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Choice> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code question_id}. */
        public final ForeignKeyField<R, Question, Long> question = foreignKey(1, Question.class);

        /** Column {@code text}. */
        public final TextField<R> text = text(2);

        /** Column {@code votes}. */
        public final NumberField<R, Integer> votes = number(3);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }

        /** The fields of what {@code question} refers to. */
        public Question_.Path<R> question() {
            return Question_.Path.at(question.join());
        }
    }

    private static final class Type extends ModelType<Choice> {
        Type() {
            super(
                    Choice.class,
                    TableDetails.of("polls", "polls_choice", "choice", "choices"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.reference(
                            "question",
                            Column.of("question_id", new ColumnType.BigInteger(false)),
                            Codec.of(Long.class),
                            Question.class,
                            OnDelete.CASCADE),
                    Property.of("text", Column.of("text", new ColumnType.Characters(200)), Codec.of(String.class)),
                    Property.of("votes", Column.of("votes", new ColumnType.Whole(false)), Codec.of(Integer.class)));
        }

        @Override
        protected Choice create() {
            return new Choice();
        }

        @Override
        protected void read(Choice model, Row row) {
            model.id = row.getLong(0);
            model.question = row.ref(1, Question_.MODEL);
            model.text = row.get(2);
            model.votes = row.getInt(3);
        }

        @Override
        protected @Nullable Object value(Choice model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.question;
                case 2 -> model.text;
                case 3 -> model.votes;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Choice model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.question = (Ref<Question>) value;
                case 2 -> model.text = (String) value;
                case 3 -> model.votes = (Integer) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
