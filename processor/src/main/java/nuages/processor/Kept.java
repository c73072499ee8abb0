package nuages.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * How the values of a field are kept.
 *
 * @param kind what can be asked of them
 * @param column the type of the column
 * @param codec how they are read and written
 */
record Kept(Kind kind, CodeBlock column, CodeBlock codec) {
    static Kept of(Kind kind, CodeBlock column, TypeName type) {
        return new Kept(kind, column, CodeBlock.of("$T.of($T.class)", Api.CODEC, type));
    }

    /** A type without limits. */
    static CodeBlock column(String name) {
        return CodeBlock.of("new $T.$L()", Api.COLUMN_TYPE, name);
    }

    static CodeBlock characters(int max) {
        return CodeBlock.of("new $T.Characters($L)", Api.COLUMN_TYPE, max);
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
                    ? ParameterizedTypeName.get(Api.query(field), model)
                    : ParameterizedTypeName.get(Api.query(field), model, value);
        }

        /** The method of a path that makes such a field. */
        String method() {
            return method;
        }
    }
}
