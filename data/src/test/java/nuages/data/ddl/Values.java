package nuages.data.ddl;

import java.util.List;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import nuages.testing.servers.Kind;

/** Values of every type as SQL, made of a number so that each number has its own. */
record Values(Kind kind) {
    /** The value of a number below ten, which may be a column's name. */
    String of(ColumnType type, String number) {
        return switch (type) {
            case SmallInteger _, Whole _, BigInteger _, Decimal _, Real _ -> number;
            case Bool _ -> "(" + number + " = 1)";
            case Characters _, Text _, Other _ -> text("w", number, "text");
            case Date _ -> text("2024-01-0", number, "date");
            case Time _ -> text("12:00:0", number, "time");
            case Timestamp _ -> text("2024-01-01 00:00:0", number, "timestamptz");
            case Duration _ -> kind == Kind.POSTGRESQL ? number + " * interval '1 second'" : number + " * 1000000";
            case Uuid _ ->
                text(kind == Kind.SQLITE ? "0".repeat(31) : "00000000-0000-4000-8000-00000000000", number, "uuid");
            case Binary _ -> kind == Kind.POSTGRESQL ? "'\\x61'::bytea" : "x'61'";
            case Json _ -> kind == Kind.POSTGRESQL ? "'{}'::jsonb" : "'{}'";
            case IpAddress _ -> text("10.0.0.", number, "inet");
            case Array _ -> "null";
        };
    }

    private String text(String start, String number, String type) {
        return switch (kind) {
            case SQLITE -> "('" + start + "' || " + number + ")";
            case POSTGRESQL -> "('" + start + "' || " + number + ")::" + type;
            case MARIADB -> "concat('" + start + "', " + number + ")";
        };
    }

    /** Texts that are equal if the values are. */
    String shown(String column) {
        return switch (kind) {
            case SQLITE, POSTGRESQL -> "cast(" + column + " as text)";
            case MARIADB -> "cast(" + column + " as char)";
        };
    }

    List<String> numbers() {
        return List.of("1", "2");
    }
}
