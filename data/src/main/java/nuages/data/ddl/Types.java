package nuages.data.ddl;

import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;

/** Facts about types that hold on every database. */
final class Types {
    private Types() {}

    static boolean positive(ColumnType type) {
        return switch (type) {
            case SmallInteger it -> it.positive();
            case Whole it -> it.positive();
            case BigInteger it -> it.positive();
            default -> false;
        };
    }

    static ColumnType asPositive(ColumnType type) {
        return switch (type) {
            case SmallInteger _ -> new SmallInteger(true);
            case Whole _ -> new Whole(true);
            case BigInteger _ -> new BigInteger(true);
            default -> type;
        };
    }

    static boolean text(ColumnType type) {
        return type instanceof Characters || type instanceof Text;
    }

    /** Whether values have no greatest length. */
    static boolean unlimited(ColumnType type) {
        return type instanceof Text
                || type instanceof Binary
                || type instanceof Json
                || (type instanceof Characters it && it.max() == 0);
    }

    /** The number's name without its sign. */
    static String whole(ColumnType type) {
        return switch (type) {
            case SmallInteger _ -> "smallint";
            case Whole _ -> "integer";
            default -> "bigint";
        };
    }

    static UnsupportedSchema noArrays(String database) {
        return new UnsupportedSchema("a column is an array, which " + database
                + " does not have. Keep a JSON document or a table of its own, or use PostgreSQL");
    }
}
