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

/** The fields of {@link Member}. */
@NullUnmarked // what a row has is what its table allows
public final class Member_ {
    /** What is known of the model. */
    public static final ModelType<Member> MODEL = new Type();

    private static final Path<Member> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Member, Long> id = OWN.id;

    /** Column {@code name}. */
    public static final TextField<Member> name = OWN.name;

    /** Table {@code library_member_friends}. */
    public static final ManyToManyField<Member, Member> friends = OWN.friends;

    /** Table {@code library_member_follows}. */
    public static final ManyToManyField<Member, Member> follows = OWN.follows;

    private Member_() {}

    /** The fields of {@link Member}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Member> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code name}. */
        public final TextField<R> name = text(1);

        /** Table {@code library_member_friends}. */
        public final ManyToManyField<R, Member> friends = manyToMany(0);

        /** Table {@code library_member_follows}. */
        public final ManyToManyField<R, Member> follows = manyToMany(1);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }
    }

    private static final class Type extends ModelType<Member> {
        Type() {
            super(
                    Member.class,
                    TableDetails.of("library", "library_member", "member", "members")
                            .with(ManyToManyField.Link.table(
                                            "friends",
                                            Member.class,
                                            "library_member_friends",
                                            "from_member_id",
                                            "to_member_id")
                                    .asSymmetrical())
                            .with(ManyToManyField.Link.table(
                                    "follows",
                                    Member.class,
                                    "library_member_follows",
                                    "from_member_id",
                                    "to_member_id")),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of("name", Column.of("name", new ColumnType.Characters(200)), Codec.of(String.class)));
        }

        @Override
        protected Member create() {
            return new Member();
        }

        @Override
        protected void read(Member model, Row row) {
            model.id = row.getLong(0);
            model.name = row.get(1);
        }

        @Override
        protected @Nullable Object value(Member model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.name;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Member model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.name = (String) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
