package nuages.data.model.accounts;

import java.math.BigDecimal;
import java.time.Instant;
import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Property.Filled;
import nuages.data.model.Row;
import nuages.data.model.TableDetails;
import nuages.data.query.Field;
import nuages.data.query.NumberField;
import nuages.data.query.TextField;
import nuages.data.query.TimeField;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import nuages.data.schema.GeneratedAs;
import nuages.data.syntax.Source;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Account}. */
@NullUnmarked // what a row has is what its table allows
public final class Account_ {
    public static final ModelType<Account> MODEL = new Type();
    private static final Path<Account> OWN = new Path<>(MODEL.source());
    public static final NumberField<Account, Long> id = OWN.id;
    public static final TextField<Account> email = OWN.email;
    public static final TextField<Account> bank = OWN.bank;
    public static final NumberField<Account, Integer> number = OWN.number;
    public static final NumberField<Account, BigDecimal> balance = OWN.balance;
    public static final TextField<Account> state = OWN.state;
    public static final NumberField<Account, Integer> digits = OWN.digits;
    public static final NumberField<Account, Integer> version = OWN.version;
    public static final TimeField<Account, Instant> opened = OWN.opened;
    public static final TimeField<Account, Instant> changed = OWN.changed;
    public static final TimeField<Account, Instant> seen = OWN.seen;
    public static final Field<Account, Account.Kind> kind = OWN.kind;

    private Account_() {}

    /** The fields, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Account> {
        public final NumberField<R, Long> id = number(0);
        public final TextField<R> email = text(1);
        public final TextField<R> bank = text(2);
        public final NumberField<R, Integer> number = number(3);
        public final NumberField<R, BigDecimal> balance = number(4);
        public final TextField<R> state = text(5);
        public final NumberField<R, Integer> digits = number(6);
        public final NumberField<R, Integer> version = number(7);
        public final TimeField<R, Instant> opened = time(8);
        public final TimeField<R, Instant> changed = time(9);
        public final TimeField<R, Instant> seen = time(10);
        public final Field<R, Account.Kind> kind = field(11);

        Path(Source at) {
            super(MODEL, at);
        }
    }

    private static final class Type extends ModelType<Account> {
        Type() {
            super(
                    Account.class,
                    TableDetails.of("accounts", "accounts_account", "account", "accounts")
                            .with(Constraint.Unique.of("one_number", "bank", "number"))
                            .with(new Constraint.Check("not_overdrawn", "balance >= -100 and number >= 0")),
                    Property.of("id", Column.id(), Codec.of(Long.class)).asKey(),
                    Property.of(
                                    "email",
                                    Column.of("email", new ColumnType.Characters(50))
                                            .asUnique(),
                                    Codec.of(String.class))
                            .labelled("e-mail address"),
                    Property.of("bank", Column.of("bank", new ColumnType.Characters(20)), Codec.of(String.class)),
                    Property.of("number", Column.of("number", new ColumnType.Whole(false)), Codec.of(Integer.class)),
                    Property.of(
                            "balance", Column.of("balance", new ColumnType.Decimal(8, 2)), Codec.of(BigDecimal.class)),
                    Property.of(
                            "state",
                            Column.of("state", new ColumnType.Characters(20)).withDefault("'open'"),
                            Codec.of(String.class)),
                    Property.of(
                            "digits",
                            Column.of("digits", new ColumnType.Whole(false))
                                    .withGenerated(new GeneratedAs("number * 10", true)),
                            Codec.of(Integer.class)),
                    Property.of("version", Column.of("version", new ColumnType.Whole(false)), Codec.of(Integer.class))
                            .filled(Filled.VERSION),
                    Property.of("opened", Column.of("opened", new ColumnType.Timestamp()), Codec.of(Instant.class))
                            .filled(Filled.ONCE),
                    Property.of("changed", Column.of("changed", new ColumnType.Timestamp()), Codec.of(Instant.class))
                            .filled(Filled.ALWAYS),
                    Property.of(
                            "seen",
                            Column.of("seen", new ColumnType.Timestamp()).asNullable(),
                            Codec.of(Instant.class)),
                    Property.of(
                            "kind", Column.of("kind", new ColumnType.Characters(10)), Codec.names(Account.Kind.class)));
        }

        @Override
        protected Account create() {
            return new Account();
        }

        @Override
        protected void read(Account model, Row row) {
            model.id = row.getLong(0);
            model.email = row.get(1);
            model.bank = row.get(2);
            model.number = row.getInt(3);
            model.balance = row.get(4);
            model.state = row.get(5);
            model.digits = row.getInt(6);
            model.version = row.getInt(7);
            model.opened = row.get(8);
            model.changed = row.get(9);
            model.seen = row.getOrNull(10);
            model.kind = row.get(11);
        }

        @Override
        protected @Nullable Object value(Account model, int property) {
            return switch (property) {
                case 0 -> model.id;
                case 1 -> model.email;
                case 2 -> model.bank;
                case 3 -> model.number;
                case 4 -> model.balance;
                case 5 -> model.state;
                case 6 -> model.digits;
                case 7 -> model.version;
                case 8 -> model.opened;
                case 9 -> model.changed;
                case 10 -> model.seen;
                case 11 -> model.kind;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        protected void set(Account model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.id = (Long) value;
                case 1 -> model.email = (String) value;
                case 2 -> model.bank = (String) value;
                case 3 -> model.number = (Integer) value;
                case 4 -> model.balance = (BigDecimal) value;
                case 5 -> model.state = (String) value;
                case 6 -> model.digits = (Integer) value;
                case 7 -> model.version = (Integer) value;
                case 8 -> model.opened = (Instant) value;
                case 9 -> model.changed = (Instant) value;
                case 10 -> model.seen = (Instant) value;
                case 11 -> model.kind = (Account.Kind) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
