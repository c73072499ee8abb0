package nuages.data.model.library;

import nuages.data.model.ManyToManyField;
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

/** The fields of {@link Club}. */
@NullUnmarked // what a row has is what its table allows
public final class Club_ {
    /** What is known of the model. */
    public static final ModelType<Club> MODEL = new Type();

    private static final Path<Club> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Club, Long> id = OWN.id;

    /** Column {@code name}. */
    public static final TextField<Club> name = OWN.name;

    /** Table {@code library_membership}. */
    public static final ManyToManyField<Club, Member> members = OWN.members;

    private Club_() {}

    /** The fields of {@link Club}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Club> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code name}. */
        public final TextField<R> name = text(1);

        /** Table {@code library_membership}. */
        public final ManyToManyField<R, Member> members = manyToMany(0);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }
    }

    private static final class Type extends ModelType<Club> {
        Type() {
            super(
                    Club.class,
                    TableDetails.of("library", "library_club", "club", "clubs")
                            .with(ManyToManyField.Link.through(
                                    "members",
                                    Member.class,
                                    Membership.class,
                                    "library_membership",
                                    "club_id",
                                    "member_id")),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of("name", Column.of("name", new ColumnType.Characters(200)), Codec.of(String.class)));
        }

        @Override
        protected Club create() {
            return new Club();
        }

        @Override
        protected void read(Club model, Row row) {
            model.id = row.getLong(0);
            model.name = row.get(1);
        }

        @Override
        protected @Nullable Object value(Club model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.name;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Club model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.name = (String) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
