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

/** The fields of {@link Membership}. */
@NullUnmarked // what a row has is what its table allows
public final class Membership_ {
    /** What is known of the model. */
    public static final ModelType<Membership> MODEL = new Type();

    private static final Path<Membership> OWN = new Path<>(MODEL.source());

    /** Column {@code id}. */
    public static final NumberField<Membership, Long> id = OWN.id;

    /** Column {@code club_id}. */
    public static final ForeignKeyField<Membership, Club, Long> club = OWN.club;

    /** Column {@code member_id}. */
    public static final ForeignKeyField<Membership, Member, Long> member = OWN.member;

    /** Column {@code role}. */
    public static final TextField<Membership> role = OWN.role;

    private Membership_() {}

    /** The fields of what {@code club} refers to. */
    public static Club_.Path<Membership> club() {
        return OWN.club();
    }

    /** The fields of what {@code member} refers to. */
    public static Member_.Path<Membership> member() {
        return OWN.member();
    }

    /** The fields of {@link Membership}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Membership> {
        /** Column {@code id}. */
        public final NumberField<R, Long> id = number(0);

        /** Column {@code club_id}. */
        public final ForeignKeyField<R, Club, Long> club = foreignKey(1, Club.class);

        /** Column {@code member_id}. */
        public final ForeignKeyField<R, Member, Long> member = foreignKey(2, Member.class);

        /** Column {@code role}. */
        public final TextField<R> role = text(3);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }

        /** The fields of what {@code club} refers to. */
        public Club_.Path<R> club() {
            return Club_.Path.at(club.join());
        }

        /** The fields of what {@code member} refers to. */
        public Member_.Path<R> member() {
            return Member_.Path.at(member.join());
        }
    }

    private static final class Type extends ModelType<Membership> {
        Type() {
            super(
                    Membership.class,
                    TableDetails.of("library", "library_membership", "membership", "memberships"),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.reference(
                            "club",
                            Column.of("club_id", new ColumnType.BigInteger(false)),
                            Codec.of(Long.class),
                            Club.class,
                            OnDelete.CASCADE),
                    Property.reference(
                            "member",
                            Column.of("member_id", new ColumnType.BigInteger(false)),
                            Codec.of(Long.class),
                            Member.class,
                            OnDelete.CASCADE),
                    Property.of("role", Column.of("role", new ColumnType.Characters(200)), Codec.of(String.class)));
        }

        @Override
        protected Membership create() {
            return new Membership();
        }

        @Override
        protected void read(Membership model, Row row) {
            model.id = row.getLong(0);
            model.club = row.ref(1, Club_.MODEL);
            model.member = row.ref(2, Member_.MODEL);
            model.role = row.get(3);
        }

        @Override
        protected @Nullable Object value(Membership model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.club;
                case 2 -> model.member;
                case 3 -> model.role;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Membership model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.club = (Ref<Club>) value;
                case 2 -> model.member = (Ref<Member>) value;
                case 3 -> model.role = (String) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
