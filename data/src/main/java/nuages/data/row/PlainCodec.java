package nuages.data.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;

/** Values that the drivers take as they are. */
record PlainCodec<T>(Class<T> type, ValueKind kind) implements Codec<T> {
    static ValueKind kindOf(Class<?> type) {
        return type == BigDecimal.class || type == BigInteger.class ? ValueKind.DECIMAL : ValueKind.PLAIN;
    }

    @Override
    public ColumnReader reader(Dialect dialect) {
        return dialect.reader(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getTypeName() + " cannot be kept in a column: no column holds such values"));
    }
}
