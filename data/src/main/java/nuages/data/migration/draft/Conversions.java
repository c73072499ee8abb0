package nuages.data.migration.draft;

import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;

/** Whether databases can make values of one type of values of another; whether they fit is for each value to show. */
final class Conversions {
    private Conversions() {}

    static boolean possible(ColumnType from, ColumnType to) {
        if (from.getClass() == to.getClass() || text(from) || text(to) || special(from) || special(to)) {
            return true;
        }
        return switch (from) {
            case SmallInteger _, Whole _, BigInteger _ -> number(to) || to instanceof Bool || to instanceof Duration;
            case Decimal _, Real _ -> number(to) || to instanceof Bool;
            case Bool _ -> number(to);
            case Duration _ -> to instanceof SmallInteger || to instanceof Whole || to instanceof BigInteger;
            case Date _ -> to instanceof Timestamp;
            case Timestamp _ -> to instanceof Date || to instanceof Time;
            default -> false;
        };
    }

    private static boolean number(ColumnType type) {
        return type instanceof SmallInteger
                || type instanceof Whole
                || type instanceof BigInteger
                || type instanceof Decimal
                || type instanceof Real;
    }

    private static boolean text(ColumnType type) {
        return type instanceof Characters || type instanceof Text;
    }

    /** Of which only one kind of database knows. */
    private static boolean special(ColumnType type) {
        return type instanceof Array || type instanceof Other;
    }
}
