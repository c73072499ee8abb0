package nuages.processor;

/**
 * How the values of a field are kept.
 *
 * @param kind what can be asked of them
 * @param column the type of the column
 * @param values how they are read and written: a codec, or just their class
 * @param plain whether it is a class
 */
record Kept(Kind kind, Code column, Code values, boolean plain) {
    Kept(Kind kind, Code column, Code codec) {
        this(kind, column, codec, false);
    }

    static Kept of(Kind kind, Code column, TypeName type) {
        return new Kept(kind, column, Code.of("$T.class", type), true);
    }

    Code codec() {
        return plain ? Code.of("$T.of($L)", Api.CODEC, values) : values;
    }

    /** A type without limits. */
    static Code column(String name) {
        return Code.of("new $T.$L()", Api.COLUMN_TYPE, name);
    }

    static Code characters(int max) {
        return Code.of("new $T.Characters($L)", Api.COLUMN_TYPE, max);
    }

    boolean textWithoutLimit() {
        return column.equals(column("Text"));
    }

    /** What can be asked of a field. */
    enum Kind {
        TEXT("TextField", "text"),
        NUMBER("NumberField", "number"),
        TIME("TimeField", "time"),
        ORDERED("OrderedField", "ordered"),
        JSON("JsonField", "json"),
        PLAIN("Field", "field");

        private final String field;
        private final String method;

        Kind(String field, String method) {
            this.field = field;
            this.method = method;
        }

        TypeName type(TypeName model, TypeName value) {
            return this == TEXT
                    ? TypeName.generic(Api.query(field), model)
                    : TypeName.generic(Api.query(field), model, value);
        }

        /** The method of a path that makes such a field. */
        String method() {
            return method;
        }
    }
}
