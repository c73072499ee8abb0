package nuages.data.schema;

/** What a column holds, whatever the database calls it. Immutable; threads share it. */
public sealed interface ColumnType {
    /** A whole number of 16 bits; positive ones may be zero. */
    record SmallInteger(boolean positive) implements ColumnType {}

    /** A whole number of 32 bits, {@code integer} to every database; positive ones may be zero. */
    record Whole(boolean positive) implements ColumnType {}

    /** A whole number of 64 bits; positive ones may be zero. */
    record BigInteger(boolean positive) implements ColumnType {}

    /**
     * A decimal number.
     *
     * @param digits how many digits there are at most, or 0 for as many as the database can have
     * @param places how many of them stand after the point
     */
    record Decimal(int digits, int places) implements ColumnType {
        /** Checks that the places are some of the digits. */
        public Decimal {
            if (digits < 0 || places < 0 || places > digits) {
                throw new IllegalArgumentException("a decimal number of " + digits + " digits, " + places
                        + " of them after the point, does not exist: let 0 <= places <= digits");
            }
        }
    }

    /** A floating point number of 64 bits. */
    record Real() implements ColumnType {}

    /** True or false. */
    record Bool() implements ColumnType {}

    /**
     * Text of a limited length.
     *
     * @param max how many characters there are at most, or 0 for no limit
     */
    record Characters(int max) implements ColumnType {
        /** Checks the limit. */
        public Characters {
            if (max < 0) {
                throw new IllegalArgumentException(
                        "text of at most " + max + " characters does not exist: use 0 for no limit");
            }
        }
    }

    /** Text of any length. */
    record Text() implements ColumnType {}

    /** A day of the calendar. */
    record Date() implements ColumnType {}

    /** A time of the day, to the microsecond. */
    record Time() implements ColumnType {}

    /** A moment, to the microsecond; databases without time zones keep it in UTC. */
    record Timestamp() implements ColumnType {}

    /** A length of time, to the microsecond. */
    record Duration() implements ColumnType {}

    /** A UUID. */
    record Uuid() implements ColumnType {}

    /** Bytes. */
    record Binary() implements ColumnType {}

    /** A JSON document. */
    record Json() implements ColumnType {}

    /** An IPv4 or IPv6 address. */
    record IpAddress() implements ColumnType {}

    /**
     * A list of values, which only PostgreSQL has.
     *
     * @param size how many values there should be, or 0 for any number; PostgreSQL takes it as a remark
     */
    record Array(ColumnType element, int size) implements ColumnType {
        /** Checks the size. */
        public Array {
            if (size < 0) {
                throw new IllegalArgumentException("an array of " + size + " values does not exist: use 0 for any");
            }
        }
    }

    /** A type that is none of the others, as the database calls it. */
    record Other(String sql) implements ColumnType {
        /** Checks that there is something. */
        public Other {
            Checks.sql("type", sql);
        }
    }
}
