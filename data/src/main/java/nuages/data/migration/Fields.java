package nuages.data.migration;

import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.Reference;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Names;

/** The fields that migrations are about, by the types of their columns; for static import. */
public final class Fields {
    private Fields() {}

    /** The key that models have unless they say otherwise: a {@code bigint} that the database numbers. */
    public static WithColumn id() {
        return bigint("id").numbered().asKey();
    }

    /** A whole number of 16 bits. */
    public static WithColumn smallint(String name) {
        return WithColumn.of(name, new ColumnType.SmallInteger(false));
    }

    /** A whole number of 32 bits. */
    public static WithColumn integer(String name) {
        return WithColumn.of(name, new ColumnType.Whole(false));
    }

    /** A whole number of 64 bits. */
    public static WithColumn bigint(String name) {
        return WithColumn.of(name, new ColumnType.BigInteger(false));
    }

    /** A decimal number of that many digits, so many of them after the point; 0 digits are as many as there can be. */
    public static WithColumn decimal(String name, int digits, int places) {
        return WithColumn.of(name, new ColumnType.Decimal(digits, places));
    }

    /** A floating point number of 64 bits. */
    public static WithColumn real(String name) {
        return WithColumn.of(name, new ColumnType.Real());
    }

    /** True or false. */
    public static WithColumn bool(String name) {
        return WithColumn.of(name, new ColumnType.Bool());
    }

    /** Text of at most that many characters, or with 0 of any number. */
    public static WithColumn varchar(String name, int max) {
        return WithColumn.of(name, new ColumnType.Characters(max));
    }

    /** Text of any length. */
    public static WithColumn text(String name) {
        return WithColumn.of(name, new ColumnType.Text());
    }

    /** A day of the calendar. */
    public static WithColumn date(String name) {
        return WithColumn.of(name, new ColumnType.Date());
    }

    /** A time of the day. */
    public static WithColumn time(String name) {
        return WithColumn.of(name, new ColumnType.Time());
    }

    /** A moment. */
    public static WithColumn timestamp(String name) {
        return WithColumn.of(name, new ColumnType.Timestamp());
    }

    /** A length of time. */
    public static WithColumn duration(String name) {
        return WithColumn.of(name, new ColumnType.Duration());
    }

    /** A UUID. */
    public static WithColumn uuid(String name) {
        return WithColumn.of(name, new ColumnType.Uuid());
    }

    /** Bytes. */
    public static WithColumn binary(String name) {
        return WithColumn.of(name, new ColumnType.Binary());
    }

    /** A JSON document. */
    public static WithColumn json(String name) {
        return WithColumn.of(name, new ColumnType.Json());
    }

    /** An IPv4 or IPv6 address. */
    public static WithColumn ipAddress(String name) {
        return WithColumn.of(name, new ColumnType.IpAddress());
    }

    /** A field of any type, such as a list: {@code column("tags", new Array(new Text(), 0))}. */
    public static WithColumn column(String name, ColumnType type) {
        return WithColumn.of(name, type);
    }

    /**
     * A reference to another model.
     *
     * @param to the other model, as {@code app.Model}
     */
    public static WithColumn reference(String name, String to) {
        var column = Column.of(Names.foreignKeyColumn(Words.snake(name)), ModelState.KEY_TO_COME);
        return new WithColumn(name, column, false, false, new Reference(to, Action.NO_ACTION, true, true));
    }

    /**
     * References to any number of rows of another model, by way of a table between that is made by itself.
     *
     * @param to the other model, as {@code app.Model}
     */
    public static Link manyToMany(String name, String to) {
        return new Link(name, to, null, null, null, null);
    }
}
